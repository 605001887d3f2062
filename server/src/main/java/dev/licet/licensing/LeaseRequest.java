package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.core.lease.SeatRequest;
import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks for floating seats.
 *
 * @param key here, or in the header {@code Authorization: License <key>}
 * @param product the code of the product the program is, or its id
 * @param process tells this program from others on the device; without it device and user together tell who asks
 * @param cores how many processor cores the device has
 * @param feature the code of the feature whose seats are wanted; the licence's own when absent
 * @param quantity how many seats, all or none; 1 when absent
 * @param ttl how long they last without a renewal, if less than the licence says
 * @param borrow keeps them for so long without renewals
 */
record LeaseRequest(
        @Nullable String key,
        @Nullable String product,
        @Nullable DeviceRequest device,
        @Nullable String user,
        @Nullable String version,
        @Nullable String process,
        @Nullable Integer cores,
        @Nullable String feature,
        @Nullable Integer quantity,
        @Nullable Span ttl,
        @Nullable Span borrow) {
    private static final int MANY = 1_000_000;

    Question question() {
        Checks checks = new Checks()
                .text("/process", process, process == null ? 0 : 1, 100)
                .range("/cores", cores, 1, MANY)
                .text("/feature", feature, feature == null ? 0 : 1, 64)
                .range("/quantity", quantity, 1, MANY);
        positive(checks, "/ttl", ttl);
        positive(checks, "/borrow", borrow);
        return ProgramRequest.question(
                checks, product, device, user, version, feature == null ? List.of() : List.of(feature));
    }

    SeatRequest seats() {
        return new SeatRequest(feature, quantity == null ? 1 : quantity, ttl, borrow);
    }

    LeaseRecord.Holder holder() {
        return new LeaseRecord.Holder(
                process, device == null ? null : device.device(), device == null ? null : device.name(), user, version);
    }

    static void positive(Checks checks, String pointer, @Nullable Span span) {
        checks.that(pointer, span == null || !span.isZero(), "must be longer than nothing, such as PT10M or P3D");
    }
}
