package dev.licet.offline;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence file as it is answered to staff: to whom it went, for which device, when and for how long.
 *
 * @param state active, expired, revoked, suspended, deviceReleased or seatFreed
 * @param givenTo who asked for it: an API key, or {@code license:…} for whoever has the license key
 * @param address where that was asked from; null when staff asked
 */
@Schema(name = "LicenseFile")
record FileView(
        String id,
        String license,
        String state,
        @Nullable Customer customer,
        @Nullable String user,
        @Nullable Device device,
        Instant issuedAt,
        Instant expiresAt,
        List<String> algorithms,
        boolean encrypted,
        String givenTo,
        @Nullable String address,
        String requestId,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {

    /** Whom the license was issued to. */
    @Schema(name = "LicenseFileCustomer")
    record Customer(String id, String name, @Nullable String email) {}

    /** The device it is for; its id when it held a place. */
    @Schema(name = "LicenseFileDevice")
    record Device(
            @Nullable String id,
            String fingerprint,
            @Nullable String name) {}

    static FileView of(Traced traced, Instant now) {
        FileRecord file = traced.file();
        Traced.Person customer = traced.customer();
        return new FileView(
                file.typeId(),
                new TypeId("lic", file.license()).toString(),
                traced.state(now),
                customer == null ? null : new Customer(customer.id(), customer.name(), customer.email()),
                file.user(),
                device(traced),
                file.issuedAt(),
                file.expiresAt(),
                file.algorithms(),
                file.encrypted(),
                file.actor(),
                file.address(),
                file.requestId(),
                file.revokedAt(),
                file.revocationReason());
    }

    private static @Nullable Device device(Traced traced) {
        String fingerprint = traced.file().fingerprint();
        UUID id = traced.file().device();
        return fingerprint == null
                ? null
                : new Device(id == null ? null : new TypeId("dev", id).toString(), fingerprint, traced.deviceName());
    }
}
