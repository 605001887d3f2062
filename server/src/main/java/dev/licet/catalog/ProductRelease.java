package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.release.Release;
import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a product that was given out.
 *
 * @param notes what is new in it
 * @param upgradeUrl where it is to be had
 * @param revision counts the changes of this record
 */
record ProductRelease(
        UUID id,
        UUID productId,
        Version version,
        Instant releasedAt,
        String channel,
        @Nullable String notes,
        @Nullable String upgradeUrl,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    static final String PREFIX = "rel";

    String typeId() {
        return new TypeId(PREFIX, id).toString();
    }

    Release asRelease() {
        return new Release(version, releasedAt, channel, upgradeUrl);
    }
}
