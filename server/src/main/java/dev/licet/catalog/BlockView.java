package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.release.Block;
import dev.licet.core.version.VersionRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block as it is answered.
 *
 * @param inForce whether it has taken effect
 */
@Schema(name = "Block")
record BlockView(
        String id,
        String product,
        String name,
        List<String> versions,
        @Nullable String reason,
        Instant effectiveAt,
        boolean inForce,
        @Nullable String upgradeTo,
        @Nullable String message,
        @Nullable String guide,
        Instant createdAt,
        Instant updatedAt) {

    static BlockView of(VersionRule rule, Instant now) {
        Block block = rule.block();
        return new BlockView(
                rule.typeId(),
                new TypeId("prod", rule.productId()).toString(),
                rule.name(),
                block.versions().stream().map(VersionRange::toString).toList(),
                block.reason(),
                block.from(),
                !now.isBefore(block.from()),
                Versions.text(block.upgrade().version()),
                block.upgrade().message(),
                block.upgrade().guide(),
                rule.createdAt(),
                rule.madeAt());
    }
}
