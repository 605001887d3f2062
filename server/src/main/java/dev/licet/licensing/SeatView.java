package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named user's seat as it is answered.
 *
 * @param user the id of the user, when the customer has one with this address
 */
@Schema(name = "Seat")
record SeatView(String email, @Nullable String user, Instant assignedAt) {

    static SeatView of(Seat seat) {
        return new SeatView(
                seat.email(),
                seat.userId() == null ? null : new TypeId("user", seat.userId()).toString(),
                seat.assignedAt());
    }
}
