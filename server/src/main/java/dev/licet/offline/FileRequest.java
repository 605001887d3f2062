package dev.licet.offline;

import dev.licet.core.time.Span;
import dev.licet.licensing.DeviceRequest;
import dev.licet.licensing.ProgramRequest;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence file to be made.
 *
 * @param key here, or in the header {@code Authorization: License <key>}; not from staff, who name the license
 * @param device the one device it is for
 * @param user the one user it is for
 * @param releasedAt when that version was released, for one that the server has no record of
 * @param ttl for how long; as long as the policy permits when absent
 * @param encrypt whether only the holder of the license key can read it, on that device
 * @param algorithms EdDSA, or EdDSA and ML-DSA-65; EdDSA when absent
 */
@Schema(name = "LicenseFileRequest")
record FileRequest(
        @Nullable String key,
        @Nullable String product,
        @Nullable DeviceRequest device,
        @Nullable String user,
        @Nullable String version,
        @Nullable Instant releasedAt,
        @Nullable Span ttl,
        @Nullable Boolean encrypt,
        @Nullable List<String> algorithms) {

    FileOrder order() {
        Checks checks = FileOrder.check(new Checks(), ttl, algorithms);
        return new FileOrder(
                ProgramRequest.question(checks, product, device, user, version, null)
                        .released(releasedAt),
                ttl,
                Boolean.TRUE.equals(encrypt),
                FileOrder.algorithms(algorithms));
    }
}
