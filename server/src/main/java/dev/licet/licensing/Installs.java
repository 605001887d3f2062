package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.Product;
import dev.licet.core.json.Fields;
import dev.licet.core.release.EndOfLife;
import dev.licet.core.release.Release;
import dev.licet.core.release.Releases;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Paging;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which versions of a product run, and whom a rule about versions concerns. */
@Service
class Installs {
    private final InstallStore store;
    private final Catalog catalog;
    private final InstantSource time;

    Installs(InstallStore store, Catalog catalog, InstantSource time) {
        this.store = store;
        this.catalog = catalog;
        this.time = time;
    }

    VersionsView versions(Product product, @Nullable Instant since) {
        Instant now = time.instant();
        Map<Version, List<InstallStore.Count>> counts = new TreeMap<>(Comparator.reverseOrder());
        int unknown = 0;
        for (InstallStore.Count count : counted(product, since, now)) {
            String version = count.version();
            if (version == null) {
                unknown += count.installs();
            } else {
                counts.computeIfAbsent(Version.parse(version), v -> new ArrayList<>())
                        .add(count);
            }
        }
        int known = counts.values().stream().mapToInt(Installs::installs).sum();
        Releases releases = catalog.releasesAt(product.id(), now);
        List<VersionsView.Share> shares = new ArrayList<>();
        counts.forEach((version, spellings) -> shares.add(share(version, spellings, known, releases, now)));
        return new VersionsView(product.code(), now, since, known + unknown, unknown, shares);
    }

    /** Who runs a version in one of these ranges, of any spelling. */
    List<Install> concerned(Product product, List<VersionRange> ranges, Paging paging) {
        Instant now = time.instant();
        List<String> versions = counted(product, null, now).stream()
                .map(InstallStore.Count::version)
                .filter(Objects::nonNull)
                .filter(text -> within(ranges, Version.parse(text)))
                .toList();
        return store.list(product.id(), versions, now, paging);
    }

    private List<InstallStore.Count> counted(Product product, @Nullable Instant since, Instant now) {
        return store.versions(product.id(), since == null ? Instant.EPOCH : since, now);
    }

    private static VersionsView.Share share(
            Version version, List<InstallStore.Count> spellings, int known, Releases releases, Instant now) {
        int installs = installs(spellings);
        EndOfLife end = releases.ends().stream()
                .filter(each -> each.concerns(version))
                .min(Comparator.comparing(EndOfLife::endsAt))
                .orElse(null);
        boolean over = end != null && end.stage(now) == EndOfLife.Stage.ENDED;
        return new VersionsView.Share(
                version.toString(),
                releases.known().stream()
                        .filter(each -> each.version().equals(version))
                        .map(Release::releasedAt)
                        .findFirst()
                        .orElse(null),
                installs,
                spellings.stream().mapToInt(InstallStore.Count::devices).sum(),
                spellings.stream().mapToInt(InstallStore.Count::licenses).sum(),
                (double) installs / known,
                spellings.stream()
                        .map(InstallStore.Count::seenAt)
                        .max(Comparator.naturalOrder())
                        .orElse(now),
                over || releases.blocks().stream().anyMatch(block -> block.stops(version, now)),
                end == null ? null : Fields.camelCase(end.stage(now)));
    }

    private static int installs(List<InstallStore.Count> counts) {
        return counts.stream().mapToInt(InstallStore.Count::installs).sum();
    }

    private static boolean within(List<VersionRange> ranges, Version version) {
        return ranges.stream().anyMatch(range -> range.contains(version));
    }
}
