package dev.licet.catalog;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Features of products made, changed and found. */
@Service
class FeatureDefinitions {
    private final FeatureStore store;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    FeatureDefinitions(FeatureStore store, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    Feature get(UUID product, String idOrCode) {
        return store.find(product, idOrCode).orElseThrow(() -> Problem.notFound("feature of this product"));
    }

    List<Feature> list(UUID product, Paging paging) {
        return store.list(product, paging);
    }

    @Transactional
    Feature create(Caller by, UUID product, FeatureRequest request) {
        Instant now = time.instant();
        Feature feature = request.checked().feature(Uuid7.next(), product, 1, now, now);
        store.insert(feature);
        record(by, "feature.created", null, feature);
        return feature;
    }

    /** @param seen refuses when the caller has not seen the version that it is given */
    @Transactional
    Feature patch(Caller by, UUID product, String idOrCode, JsonNode patch, LongConsumer seen) {
        Feature before = store.lock(get(product, idOrCode).id());
        seen.accept(before.version());
        FeatureRequest wanted = merge.merge(FeatureRequest.of(before), patch, FeatureRequest.class);
        if (wanted.equals(FeatureRequest.of(before))) {
            return before;
        }
        Feature after = wanted.checked(before)
                .feature(before.id(), product, before.version() + 1, before.createdAt(), time.instant());
        store.update(after);
        record(by, "feature.changed", before, after);
        return after;
    }

    private void record(Caller by, String type, @Nullable Feature before, Feature after) {
        FeatureView view = FeatureView.of(after);
        events.record(by, type, view.id(), null, before == null ? null : FeatureView.of(before), view);
    }
}
