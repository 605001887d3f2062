package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a product run, the highest first.
 *
 * @param since only what was seen since then counts
 * @param installs active devices, and licences without devices
 * @param unknown those of them that did not say their version
 */
@Schema(name = "Versions")
record VersionsView(
        String product, Instant at, @Nullable Instant since, int installs, int unknown, List<Share> versions) {

    /**
     * One version.
     *
     * @param releasedAt by the record of releases; null when it is not on record
     * @param share of the installs that said their version, from 0 to 1
     * @param blocked whether it must not run, by a block or by the end of its life
     * @param endOfLife the stage of its end of life; null when there is none
     */
    @Schema(name = "VersionShare")
    record Share(
            String version,
            @Nullable Instant releasedAt,
            int installs,
            int devices,
            int licenses,
            double share,
            Instant lastSeenAt,
            boolean blocked,
            @Nullable String endOfLife) {}
}
