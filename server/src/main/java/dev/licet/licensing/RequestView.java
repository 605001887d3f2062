package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for licences as it is answered.
 *
 * @param licenses what its approval issued
 */
@Schema(name = "LicenseApplication")
record RequestView(
        String id,
        String state,
        String plan,
        @Nullable String customer,
        RequestForm.Requester requester,
        @Nullable String reason,
        int quantity,
        Overrides overrides,
        String madeBy,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        List<Issued> licenses) {

    /** @param key in full in the answer that issued it, masked later */
    @Schema(name = "LicenseOfApplication")
    record Issued(String id, String key) {}

    static RequestView of(RequestRecord request, List<Issued> licenses) {
        UUID customer = request.customerId();
        return new RequestView(
                request.typeId(),
                request.state(),
                new TypeId("plan", request.planId()).toString(),
                customer == null ? null : new TypeId("cust", customer).toString(),
                request.requester(),
                request.reason(),
                request.quantity(),
                request.overrides(),
                request.madeBy(),
                request.madeAt(),
                request.decidedBy(),
                request.decidedAt(),
                request.note(),
                licenses);
    }

    /** Never with keys in it, as a log would show them. */
    @Override
    public String toString() {
        return "RequestView[" + id + " " + state + " " + licenses.size() + "]";
    }
}
