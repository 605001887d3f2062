package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A release as it is answered. */
@Schema(name = "Release")
record ReleaseView(
        String id,
        String product,
        String version,
        Instant releasedAt,
        String channel,
        @Nullable String notes,
        @Nullable String upgradeUrl,
        Instant createdAt,
        Instant updatedAt) {

    static ReleaseView of(ProductRelease release) {
        return new ReleaseView(
                release.typeId(),
                new TypeId("prod", release.productId()).toString(),
                release.version().toString(),
                release.releasedAt(),
                release.channel(),
                release.notes(),
                release.upgradeUrl(),
                release.createdAt(),
                release.updatedAt());
    }
}
