package dev.licet.core.decision;

import dev.licet.core.policy.Versions;
import dev.licet.core.release.Upgrade;
import dev.licet.core.version.Version;
import org.jspecify.annotations.Nullable;

/** Rules about the version of the program; one that does not tell its version is not judged by it. */
final class VersionRules {
    private VersionRules() {}

    static Decision.@Nullable Refused blocked(Case it) {
        Version version = it.question().version();
        return version != null && versions(it).blocked().stream().anyMatch(range -> range.contains(version))
                ? refuse(it, Code.VERSION_BLOCKED, "Version " + version + " must not be used any more.")
                : null;
    }

    /** Whether the policy has nothing against a version. */
    static boolean permits(Versions versions, Version version) {
        Version min = versions.min();
        Version max = versions.max();
        return (min == null || version.compareTo(min) >= 0)
                && (max == null || version.compareTo(max) <= 0)
                && versions.blocked().stream().noneMatch(range -> range.contains(version));
    }

    static Decision.@Nullable Refused tooOld(Case it) {
        Version version = it.question().version();
        Version min = versions(it).min();
        return version != null && min != null && version.compareTo(min) < 0
                ? refuse(
                        it, Code.VERSION_TOO_OLD, "Version " + version + " is below " + min + ", the lowest permitted.")
                : null;
    }

    static Decision.@Nullable Refused tooNew(Case it) {
        Version version = it.question().version();
        Version max = versions(it).max();
        return version != null && max != null && version.compareTo(max) > 0
                ? refuse(
                        it,
                        Code.VERSION_TOO_NEW,
                        "Version " + version + " is above " + max + ", the highest permitted.")
                : null;
    }

    private static Versions versions(Case it) {
        return it.policy().versions();
    }

    private static Decision.Refused refuse(Case it, Code code, String detail) {
        Versions versions = versions(it);
        Upgrade way = new Upgrade(versions.upgradeTo(), versions.message());
        return new Decision.Refused(code, detail, it.standing(), ReleaseRules.reachable(it, way));
    }
}
