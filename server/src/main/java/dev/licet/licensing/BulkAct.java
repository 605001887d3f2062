package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with many licences, each with the rules and the event of the call for one. */
enum BulkAct {
    RENEWALS(Set.of("term"), Set.of("term"), Set.of()),
    EXPIRY(Set.of("expiresAt"), Set.of("expiresAt"), Set.of("expiresAt")),
    SUSPENSION(Set.of("reason"), Set.of("reason"), Set.of()),
    RESUMPTION(Set.of(), Set.of(), Set.of()),
    REVOCATION(Set.of("reason"), Set.of("reason"), Set.of()),
    PLAN(Set.of("plan", "fromVersion"), Set.of("plan"), Set.of("plan")),
    METADATA(Set.of("metadata"), Set.of(), Set.of());

    /** The column of a list that says which licence a row is about. */
    static final String ID = "id";

    static final String METADATA_PREFIX = "metadata.";

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which never changes.
    private final Set<String> fields;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> columns;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> required;

    /**
     * @param fields of a request
     * @param columns of a list, besides the id
     * @param required those of the columns that have to be there
     */
    BulkAct(Set<String> fields, Set<String> columns, Set<String> required) {
        this.fields = fields;
        this.columns = columns;
        this.required = required;
    }

    /** The one that the path of a request ends with. */
    static BulkAct at(String path) {
        return valueOf(path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A field that this act would pass over is a mistake that the caller should hear of. */
    void check(Checks checks, String field, @Nullable Object value) {
        checks.that("/" + field, value == null || fields.contains(field), "means nothing to bulk " + path());
    }

    boolean isColumn(String name) {
        return name.equals(ID)
                || columns.contains(name)
                || (this == METADATA && name.startsWith(METADATA_PREFIX) && name.length() > METADATA_PREFIX.length());
    }

    Set<String> requiredColumns() {
        return Stream.concat(Stream.of(ID), required.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
