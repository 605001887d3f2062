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
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Products made, changed and found. */
@Service
class Products {
    private final ProductStore store;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    Products(ProductStore store, Events events, Merge merge, InstantSource time) {
        this.store = store;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    Product get(String idOrCode) {
        return store.find(idOrCode).orElseThrow(() -> Problem.notFound("product"));
    }

    List<Product> list(@Nullable String kind, @Nullable String q, Paging paging) {
        return store.list(kind, q, paging);
    }

    @Transactional
    Product create(Caller by, ProductRequest request) {
        Instant now = time.instant();
        Product product = request.checked().product(Uuid7.next(), 1, now, now);
        store.insert(product);
        record(by, "product.created", null, product);
        return product;
    }

    /** @param seen refuses when the caller has not seen the version that it is given */
    @Transactional
    Product patch(Caller by, String idOrCode, JsonNode patch, LongConsumer seen) {
        Product before = store.lock(get(idOrCode).id());
        seen.accept(before.version());
        ProductRequest wanted = merge.merge(ProductRequest.of(before), patch, ProductRequest.class);
        if (wanted.equals(ProductRequest.of(before))) {
            return before;
        }
        Product after =
                wanted.checked(before).product(before.id(), before.version() + 1, before.createdAt(), time.instant());
        store.update(after);
        record(by, "product.changed", before, after);
        return after;
    }

    private void record(Caller by, String type, @Nullable Product before, Product after) {
        ProductView view = ProductView.of(after);
        events.record(by, type, view.id(), null, before == null ? null : ProductView.of(before), view);
    }
}
