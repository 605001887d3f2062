package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for licences as it is recorded.
 *
 * @param madeBy the API key that brought it
 * @param note what whoever decided said
 */
record RequestRecord(
        UUID id,
        long version,
        String state,
        UUID planId,
        @Nullable UUID customerId,
        RequestForm.Requester requester,
        @Nullable String reason,
        int quantity,
        Overrides overrides,
        String madeBy,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {
    static final String PREFIX = "req";

    String typeId() {
        return new TypeId(PREFIX, id).toString();
    }

    boolean isOpen() {
        return state.equals("open");
    }

    RequestRecord decided(String state, String by, Instant at, @Nullable String note) {
        return new RequestRecord(
                id,
                version,
                state,
                planId,
                customerId,
                requester,
                reason,
                quantity,
                overrides,
                madeBy,
                madeAt,
                by,
                at,
                note);
    }
}
