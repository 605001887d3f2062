package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who runs a version.
 *
 * @param device null for a licence without devices, of which the last validation tells
 */
@Schema(name = "Install")
record InstallView(
        String license,
        @Nullable Customer customer,
        @Nullable String device,
        @Nullable String deviceName,
        @Nullable String platform,
        @Nullable String user,
        String version,
        Instant lastSeenAt) {

    /** Whose it is. */
    @Schema(name = "InstallCustomer")
    record Customer(String id, String name, String email) {}

    static InstallView of(Install install) {
        UUID device = install.device();
        Install.Customer customer = install.customer();
        return new InstallView(
                License.typeId(install.license()),
                customer == null
                        ? null
                        : new Customer(new TypeId("cust", customer.id()).toString(), customer.name(), customer.email()),
                device == null ? null : new TypeId(DeviceRecord.PREFIX, device).toString(),
                install.name(),
                install.platform(),
                install.user(),
                install.version(),
                install.seenAt());
    }
}
