package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import dev.licet.core.key.CertificateNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what proves a licence, as it was handed out. It never changes; whether it is still good is asked by its number.
 *
 * @param customerId who held the licence then
 * @param form whether it came with the issue of the licence, or was asked for as JSON or as PDF
 * @param madeFor the API key that asked for it, or the licence whose key was shown
 * @param claims what it says
 * @param token the same, signed: a compact JWS
 */
record Certificate(
        UUID id,
        CertificateNumber number,
        UUID licenseId,
        @Nullable UUID customerId,
        Form form,
        Instant madeAt,
        String madeFor,
        String requestId,
        @Nullable String address,
        Map<String, @Nullable Object> claims,
        String token) {

    enum Form {
        ISSUE,
        JSON,
        PDF
    }

    String ref() {
        return new TypeId("cert", id).toString();
    }

    String formName() {
        return form.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Who asked for it, when and from where. */
    Copy copy() {
        return new Copy(
                ref(),
                number.toString(),
                new TypeId("lic", licenseId).toString(),
                formName(),
                madeAt,
                madeFor,
                requestId,
                address);
    }

    @Schema(name = "CertificateCopy")
    record Copy(
            String id,
            String number,
            String license,
            String form,
            Instant madeAt,
            String madeFor,
            String requestId,
            @Nullable String address) {}

    View view() {
        return new View(ref(), number.toString(), String.valueOf(claims.get("verify")), madeAt, claims, token);
    }

    /**
     * As it is handed out.
     *
     * @param verifyAt where anybody may see whether it is good
     */
    @Schema(name = "Certificate")
    record View(
            String id,
            String number,
            String verifyAt,
            Instant madeAt,
            @Schema(type = "object") Map<String, @Nullable Object> claims,
            String token) {}
}
