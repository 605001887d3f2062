package dev.licet.catalog;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Releases of products recorded, changed and found. */
@Service
class ReleaseRecords {
    private final ReleaseStore store;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    ReleaseRecords(ReleaseStore store, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    ProductRelease get(UUID product, String idOrVersion) {
        return store.find(product, idOrVersion).orElseThrow(ReleaseRecords::missing);
    }

    List<ProductRelease> list(UUID product, @Nullable String channel, Paging paging) {
        return store.list(product, channel, paging);
    }

    @Transactional
    ProductRelease create(Caller by, UUID product, ReleaseRequest request) {
        ProductRelease release = request.checked(Uuid7.next(), product, time.instant());
        store.insert(release);
        record(by, "release.created", release, null, release);
        return release;
    }

    /** @param seen refuses when the caller has not seen the revision that it is given */
    @Transactional
    ProductRelease patch(Caller by, UUID product, String idOrVersion, JsonNode patch, LongConsumer seen) {
        ProductRelease before = lock(product, idOrVersion, seen);
        ReleaseRequest wanted = merge.merge(ReleaseRequest.of(before), patch, ReleaseRequest.class);
        if (wanted.equals(ReleaseRequest.of(before))) {
            return before;
        }
        ProductRelease after = wanted.checked(before, time.instant());
        store.update(after);
        record(by, "release.changed", after, before, after);
        return after;
    }

    @Transactional
    void delete(Caller by, UUID product, String idOrVersion, LongConsumer seen) {
        ProductRelease before = lock(product, idOrVersion, seen);
        store.delete(before.id());
        record(by, "release.deleted", before, before, null);
    }

    private ProductRelease lock(UUID product, String idOrVersion, LongConsumer seen) {
        ProductRelease release = store.lock(get(product, idOrVersion).id()).orElseThrow(ReleaseRecords::missing);
        seen.accept(release.revision());
        return release;
    }

    private void record(
            Caller by,
            String type,
            ProductRelease release,
            @Nullable ProductRelease before,
            @Nullable ProductRelease after) {
        events.record(
                by,
                type,
                release.typeId(),
                null,
                before == null ? null : ReleaseView.of(before),
                after == null ? null : ReleaseView.of(after));
    }

    private static Problem missing() {
        return Problem.notFound("release of this product");
    }
}
