package dev.licet.catalog;

import dev.licet.core.release.EndOfLife;
import dev.licet.core.release.Releases;
import dev.licet.core.release.Upgrade;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An end of life as a caller describes it.
 *
 * @param versions such as 1.0.0 - 1.9.9 or 2.0.0
 * @param noticeAt from when on users are told; now when absent, or what it was
 * @param restrictedAt from when on no further device can be activated
 * @param endsAt from when on they must not run
 * @param upgradeTo the version to install instead
 * @param message what its user is told
 * @param guide a page that says how
 * @param offer a page where what is needed for it can be had
 */
record EndOfLifeRequest(
        List<String> versions,
        @Nullable Instant noticeAt,
        Instant restrictedAt,
        Instant endsAt,
        @Nullable String upgradeTo,
        @Nullable String message,
        @Nullable String guide,
        @Nullable String offer) {

    /** @param before the end of life that there is by this name; null for none */
    Releases rule(Checks checks, String name, @Nullable VersionRule before, Instant now) {
        List<VersionRange> ranges = Versions.ranges(checks, "/versions", versions);
        Version target = Versions.optional(checks, "/upgradeTo", upgradeTo);
        Instant usual = before == null ? now : before.endOfLife().noticeAt();
        Instant notice = noticeAt == null ? usual : noticeAt;
        checks.required("/restrictedAt", restrictedAt)
                .required("/endsAt", endsAt)
                .text("/message", message, 0, BlockRequest.TEXT)
                .that("/guide", WebAddress.isOneOrNull(guide), WebAddress.RULE)
                .that("/offer", WebAddress.isOneOrNull(offer), WebAddress.RULE)
                .that(
                        "/upgradeTo",
                        target == null || ranges.stream().noneMatch(range -> range.contains(target)),
                        "must not be one of the versions whose life ends")
                .done();
        checks.that("/restrictedAt", !restrictedAt.isBefore(notice), "must not be before noticeAt, " + notice)
                .that("/endsAt", !endsAt.isBefore(restrictedAt), "must not be before restrictedAt")
                .done();
        Upgrade upgrade = new Upgrade(target, message, guide, offer);
        EndOfLife end = new EndOfLife(name, ranges, notice, restrictedAt, endsAt, upgrade);
        return new Releases(List.of(), List.of(), List.of(end));
    }
}
