package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product as it is answered. */
record ProductView(
        String id,
        String code,
        String name,
        String kind,
        @Nullable String keyPrefix,
        Instant createdAt,
        Instant updatedAt) {

    static ProductView of(Product product) {
        return new ProductView(
                new TypeId("prod", product.id()).toString(),
                product.code(),
                product.name(),
                product.kind(),
                product.keyPrefix(),
                product.createdAt(),
                product.updatedAt());
    }
}
