package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named user's seat as it is answered in the list of a licence's seats.
 *
 * @param user the id of the user, when the customer has one with this address
 * @param department the code of the user's department
 * @param lastUsedAt when a program last ran for the user, or a device of the user last reported; null for never
 */
@Schema(name = "SeatInUse")
public record SeatUseView(
        String email,
        @Nullable String user,
        @Nullable String name,
        @Nullable String department,
        Instant assignedAt,
        @Nullable Instant lastUsedAt) {

    static SeatUseView of(SeatUse use) {
        SeatView seat = SeatView.of(use.seat());
        return new SeatUseView(
                seat.email(), seat.user(), use.name(), use.department(), seat.assignedAt(), use.lastUsedAt());
    }
}
