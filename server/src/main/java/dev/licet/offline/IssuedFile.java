package dev.licet.offline;

import dev.licet.core.id.TypeId;
import dev.licet.core.token.LicenseToken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence file as it is given out.
 *
 * @param id leads back to whom it was given
 * @param device the fingerprint it is good for; null for every device
 * @param user whom it is good for; null for everybody
 * @param file the text, to be kept as it is
 */
@Schema(name = "IssuedLicenseFile")
record IssuedFile(
        String id,
        String license,
        String product,
        @Nullable String device,
        @Nullable String user,
        Instant issuedAt,
        Instant expiresAt,
        List<String> algorithms,
        boolean encrypted,
        String file) {

    static IssuedFile of(LicenseToken token, FileOrder order, String text) {
        return new IssuedFile(
                token.id(),
                token.license(),
                token.product(),
                token.device() == null ? null : token.device().fingerprint(),
                token.user(),
                token.issuedAt(),
                token.expiresAt(),
                order.algorithms(),
                order.encrypt(),
                text);
    }

    UUID uuid() {
        return TypeId.parse(id).uuid();
    }
}
