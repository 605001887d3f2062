package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seat of a user, with what it is a seat of. */
record UserSeat(SeatUse use, String product, String plan) {

    View view() {
        return new View(
                License.typeId(use.seat().licenseId()),
                product,
                plan,
                use.seat().email(),
                use.seat().assignedAt(),
                use.lastUsedAt());
    }

    /** As it is answered. */
    @Schema(name = "UserSeat")
    record View(
            String license,
            String product,
            String plan,
            String email,
            Instant assignedAt,
            @Nullable Instant lastUsedAt) {}
}
