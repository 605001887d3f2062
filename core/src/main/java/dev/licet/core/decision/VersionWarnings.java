package dev.licet.core.decision;

import dev.licet.core.policy.OnExpiry;
import dev.licet.core.release.EndOfLife;
import dev.licet.core.time.Span;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user should hear of the version of the program, and of those to come. */
final class VersionWarnings {
    private VersionWarnings() {}

    static void add(List<Warning> warnings, Case it) {
        Warning maintenance = maintenance(it);
        if (maintenance != null) {
            warnings.add(maintenance);
        }
        Version version = it.question().version();
        Warning end = version == null ? null : endOfLife(it, version);
        if (end != null) {
            warnings.add(end);
        }
    }

    /** Not when the licence itself has ended by then: that is warned of already. */
    private static @Nullable Warning maintenance(Case it) {
        Instant until = it.facts().term().maintainedUntil(it.policy());
        Span step = Standing.warned(it.policy(), until, it.now());
        Instant end = it.facts().term().expiresAt();
        boolean over = end != null
                && until != null
                && !end.isAfter(until)
                && it.policy().onExpiry() != OnExpiry.KEEP;
        return step == null || until == null || over
                ? null
                : new Warning(
                        Warning.Code.MAINTENANCE_ENDS_SOON,
                        Warnings.level(it.policy().warnBefore(), step),
                        "Versions that are released from " + until + " on will not be included.",
                        Warning.daysBetween(it.now(), until));
    }

    private static @Nullable Warning endOfLife(Case it, Version version) {
        EndOfLife restricted = ReleaseRules.inStage(it, version, EndOfLife.Stage.RESTRICTED);
        EndOfLife end = restricted == null ? ReleaseRules.inStage(it, version, EndOfLife.Stage.NOTICE) : restricted;
        return end == null
                ? null
                : new Warning(
                        Warning.Code.END_OF_LIFE,
                        restricted == null ? Warning.Level.WARNING : Warning.Level.CRITICAL,
                        "Version " + version + " can be used until " + end.endsAt()
                                + (restricted == null && end.restrictedAt().isBefore(end.endsAt())
                                        ? ", and be activated on further devices until " + end.restrictedAt() + "."
                                        : "."),
                        Warning.daysBetween(it.now(), end.endsAt()),
                        ReleaseRules.reachable(it, end.upgrade()));
    }
}
