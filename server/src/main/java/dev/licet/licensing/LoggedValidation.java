package dev.licet.licensing;

import dev.licet.core.decision.Code;
import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the validation log.
 *
 * @param country where the question came from, ISO 3166-1; null when it is not known
 * @param keyHint the last four characters of the key that was shown
 */
public record LoggedValidation(
        UUID id,
        Instant at,
        @Nullable UUID license,
        @Nullable String keyHint,
        Code code,
        @Nullable String product,
        @Nullable String fingerprint,
        @Nullable String user,
        @Nullable String version,
        @Nullable String address,
        @Nullable String country,
        String requestId) {

    View view() {
        return new View(
                new TypeId("val", id).toString(),
                at,
                license == null ? null : License.typeId(license),
                keyHint,
                code == Code.VALID,
                code.name(),
                product,
                fingerprint,
                user,
                version,
                address,
                country,
                requestId);
    }

    /** The entry as it is answered. */
    @Schema(name = "LoggedValidation")
    public record View(
            String id,
            Instant at,
            @Nullable String license,
            @Nullable String keyHint,
            boolean valid,
            String code,
            @Nullable String product,
            @Nullable String fingerprint,
            @Nullable String user,
            @Nullable String version,
            @Nullable String address,
            @Nullable String country,
            String requestId) {}
}
