package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.json.Fields;
import dev.licet.core.release.EndOfLife;
import dev.licet.core.version.VersionRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An end of life as it is answered.
 *
 * @param stage planned, notice, restricted or ended
 */
@Schema(name = "EndOfLife")
record EndOfLifeView(
        String id,
        String product,
        String name,
        List<String> versions,
        Instant noticeAt,
        Instant restrictedAt,
        Instant endsAt,
        String stage,
        @Nullable String upgradeTo,
        @Nullable String message,
        @Nullable String guide,
        @Nullable String offer,
        Instant createdAt,
        Instant updatedAt) {

    static EndOfLifeView of(VersionRule rule, Instant now) {
        EndOfLife end = rule.endOfLife();
        return new EndOfLifeView(
                rule.typeId(),
                new TypeId("prod", rule.productId()).toString(),
                rule.name(),
                end.versions().stream().map(VersionRange::toString).toList(),
                end.noticeAt(),
                end.restrictedAt(),
                end.endsAt(),
                Fields.camelCase(end.stage(now)),
                Versions.text(end.upgrade().version()),
                end.upgrade().message(),
                end.upgrade().guide(),
                end.upgrade().offer(),
                rule.createdAt(),
                rule.madeAt());
    }
}
