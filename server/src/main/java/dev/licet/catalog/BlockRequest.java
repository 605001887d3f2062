package dev.licet.catalog;

import dev.licet.core.release.Block;
import dev.licet.core.release.Releases;
import dev.licet.core.release.Upgrade;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block as a caller describes it.
 *
 * @param versions such as 2.3.0 - 2.3.4 or 2.4.0
 * @param reason why, for the users of the program
 * @param upgradeTo the version to install instead
 * @param message what its user is told
 * @param guide a page that says how
 * @param effectiveAt from when on they must not run; now when absent, or what it was
 */
record BlockRequest(
        List<String> versions,
        @Nullable String reason,
        @Nullable String upgradeTo,
        @Nullable String message,
        @Nullable String guide,
        @Nullable Instant effectiveAt) {
    static final int TEXT = 500;

    /** @param before the block that there is by this name; null for none */
    Releases rule(Checks checks, String name, @Nullable VersionRule before, Instant now) {
        List<VersionRange> ranges = Versions.ranges(checks, "/versions", versions);
        Version target = Versions.optional(checks, "/upgradeTo", upgradeTo);
        checks.text("/reason", reason, 0, TEXT)
                .text("/message", message, 0, TEXT)
                .that("/guide", WebAddress.isOneOrNull(guide), WebAddress.RULE)
                .that(
                        "/upgradeTo",
                        target == null || ranges.stream().noneMatch(range -> range.contains(target)),
                        "must not be one of the versions that are blocked")
                .done();
        Instant usual = before == null ? now : before.block().from();
        Instant from = effectiveAt == null ? usual : effectiveAt;
        Block block = new Block(name, ranges, from, reason, new Upgrade(target, message, guide, null));
        return new Releases(List.of(), List.of(block), List.of());
    }
}
