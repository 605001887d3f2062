package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with many licences, each with the rules and the event of the call for one. */
enum BulkAct {
    RENEWALS(Set.of("term")),
    EXPIRY(Set.of("expiresAt")),
    SUSPENSION(Set.of("reason")),
    RESUMPTION(Set.of()),
    REVOCATION(Set.of("reason")),
    PLAN(Set.of("plan", "fromVersion")),
    METADATA(Set.of("metadata"));

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which never changes.
    private final Set<String> fields;

    BulkAct(Set<String> fields) {
        this.fields = fields;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A field that this act would pass over is a mistake that the caller should hear of. */
    void check(Checks checks, String field, @Nullable Object value) {
        checks.that("/" + field, value == null || fields.contains(field), "means nothing to bulk " + path());
    }
}
