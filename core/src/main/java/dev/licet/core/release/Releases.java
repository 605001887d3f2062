package dev.licet.core.release;

import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor says of versions of the program, whatever the policy says.
 *
 * @param known releases on record. Not all are needed to decide: the one that is asked about or, without it, the highest below it, and
 *     the highest of those that the licence includes
 * @param blocks versions that must not run
 * @param ends versions that come to their end
 */
public record Releases(List<Release> known, List<Block> blocks, List<EndOfLife> ends) {
    /** Nothing. */
    public static final Releases NONE = new Releases(List.of(), List.of(), List.of());

    public Releases {
        known = List.copyOf(known);
        blocks = List.copyOf(blocks);
        ends = List.copyOf(ends);
    }

    /**
     * Reads them from JSON, as the vectors in {@code spec/vectors} write them.
     *
     * @throws dev.licet.core.json.InvalidFields naming each bad field
     */
    public static Releases read(Map<String, ? extends @Nullable Object> json) {
        Fields fields = Fields.open(json);
        Releases releases = read(fields);
        fields.done();
        return releases;
    }

    /** Reads them as a part of a larger document; nothing when it is null. */
    public static Releases read(@Nullable Fields json) {
        if (json == null) {
            return NONE;
        }
        Releases releases = new Releases(
                all(json, "known", Release::read),
                all(json, "blocks", Block::read),
                all(json, "endsOfLife", EndOfLife::read));
        json.noOthers();
        return releases;
    }

    /**
     * Reads releases from a JSON text.
     *
     * @param list a list of objects as {@code known} has them
     */
    public static List<Release> list(String list) {
        return read(Json.parseObject("{\"known\":" + list + "}")).known();
    }

    /** As JSON; {@link #read(Map)} gives the same back. What is empty is left out. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        put(map, "known", known.stream().map(Release::toMap).toList());
        put(map, "blocks", blocks.stream().map(Block::toMap).toList());
        put(map, "endsOfLife", ends.stream().map(EndOfLife::toMap).toList());
        return map;
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The same rules with releases that are on record. */
    public Releases with(List<Release> known) {
        return new Releases(known, blocks, ends);
    }

    /** What a program may take along: the rules about its version, or all when nobody knows which one it is. */
    public Releases about(@Nullable Version version) {
        return version == null
                ? with(List.of())
                : new Releases(
                        List.of(),
                        blocks.stream().filter(each -> each.concerns(version)).toList(),
                        ends.stream().filter(each -> each.concerns(version)).toList());
    }

    /**
     * When a version was released: by the record; else as the program itself says; else with the highest release on record below it,
     * since it cannot be older than what it comes after. Null when nobody can tell.
     *
     * @param said when the program says that it was released
     */
    public @Nullable Instant releasedAt(@Nullable Version version, @Nullable Instant said) {
        Release below = version == null ? null : upTo(version);
        boolean onRecord = version != null && below != null && below.version().equals(version);
        return below == null || (said != null && !onRecord) ? said : below.releasedAt();
    }

    private @Nullable Release upTo(Version version) {
        return known.stream()
                .filter(each -> each.version().compareTo(version) <= 0)
                .max(Comparator.comparing(Release::version))
                .orElse(null);
    }

    private static <T> List<T> all(Fields json, String name, Function<Fields, T> read) {
        List<T> all = new ArrayList<>();
        json.objects(name).forEach(each -> all.add(read.apply(each)));
        return all;
    }

    private static void put(Map<String, @Nullable Object> map, String name, List<?> list) {
        if (!list.isEmpty()) {
            map.put(name, list);
        }
    }
}
