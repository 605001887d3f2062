package dev.licet.core.decision;

import dev.licet.core.release.Block;
import dev.licet.core.release.EndOfLife;
import dev.licet.core.release.Release;
import dev.licet.core.release.Releases;
import dev.licet.core.release.Upgrade;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Rules about what the vendor says of a version, for all licences of the product, and about the maintenance of this one. */
final class ReleaseRules {
    private ReleaseRules() {}

    static Decision.@Nullable Refused blocked(Case it) {
        Version version = it.question().version();
        if (version == null) {
            return null;
        }
        for (Block block : it.facts().releases().blocks()) {
            if (block.stops(version, it.now())) {
                String why = block.reason() == null ? "." : ": " + block.reason();
                return refuse(
                        it,
                        Code.VERSION_BLOCKED,
                        "Version " + version + " must not be used any more" + why,
                        block.upgrade());
            }
        }
        return ended(it, version);
    }

    private static Decision.@Nullable Refused ended(Case it, Version version) {
        EndOfLife end = inStage(it, version, EndOfLife.Stage.ENDED);
        return end == null
                ? null
                : refuse(
                        it,
                        Code.VERSION_BLOCKED,
                        "The life of version " + version + " ended at " + end.endsAt() + ".",
                        end.upgrade());
    }

    /** Before its end a version is given no further device; those that have it go on. */
    static Decision.@Nullable Refused restricted(Case it) {
        Version version = it.question().version();
        EndOfLife end =
                version == null || it.device() != null ? null : inStage(it, version, EndOfLife.Stage.RESTRICTED);
        return end == null
                ? null
                : refuse(
                        it,
                        Code.VERSION_BLOCKED,
                        "Since " + end.restrictedAt() + " no further device can be activated with version " + version
                                + ", whose life ends at " + end.endsAt() + ".",
                        end.upgrade());
    }

    /** What was released after the maintenance ended is not included; what was released before may be used for ever. */
    static Decision.@Nullable Refused notMaintained(Case it) {
        Instant until = it.facts().term().maintainedUntil(it.policy());
        Question question = it.question();
        Instant released = it.facts().releases().releasedAt(question.version(), question.releasedAt());
        if (until == null || released == null || released.isBefore(until)) {
            return null;
        }
        Release included = included(it, until);
        String what = question.version() == null ? "This program" : "Version " + question.version();
        String detail = what + " was released at " + released + ", and the maintenance of the license ended at " + until
                + "." + (included == null ? "" : " The latest version that is included is " + included.version() + ".");
        Upgrade way = included == null ? Upgrade.NONE : new Upgrade(included.version(), null, included.guide(), null);
        return new Decision.Refused(Code.VERSION_TOO_NEW, detail, it.standing(), way.orNull());
    }

    /**
     * The way out as far as it is one for this licence: a version that its maintenance does not include gives way to the highest that
     * may run.
     */
    static @Nullable Upgrade reachable(Case it, Upgrade way) {
        Instant until = it.facts().term().maintainedUntil(it.policy());
        Version version = way.version();
        Release included = until == null || version == null ? null : included(it, until);
        return (included != null && version != null && included.version().compareTo(version) < 0
                        ? way.to(included.version())
                        : way)
                .orNull();
    }

    /** The end of life that comes first of those that a version is in; null when none is. */
    static @Nullable EndOfLife inStage(Case it, Version version, EndOfLife.Stage stage) {
        return it.facts().releases().ends().stream()
                .filter(end -> end.concerns(version) && end.stage(it.now()) == stage)
                .min(Comparator.comparing(EndOfLife::endsAt))
                .orElse(null);
    }

    private static @Nullable Release included(Case it, Instant until) {
        return it.facts().releases().known().stream()
                .filter(release -> release.channel().equals(Release.STABLE)
                        && release.releasedAt().isBefore(until)
                        && !release.releasedAt().isAfter(it.now())
                        && permits(it, release.version()))
                .max(Comparator.comparing(Release::version))
                .orElse(null);
    }

    private static boolean permits(Case it, Version version) {
        Releases releases = it.facts().releases();
        return VersionRules.permits(it.policy().versions(), version)
                && releases.blocks().stream().noneMatch(block -> block.stops(version, it.now()))
                && releases.ends().stream()
                        .noneMatch(end -> end.concerns(version) && end.stage(it.now()) == EndOfLife.Stage.ENDED);
    }

    private static Decision.Refused refuse(Case it, Code code, String detail, Upgrade way) {
        return new Decision.Refused(code, detail, it.standing(), reachable(it, way));
    }
}
