package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import dev.licet.licensing.AcceptedTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody agreed to a version of terms for a licence. It never changes.
 *
 * @param recordedBy the API key, or the licence whose key was shown
 * @param address of whoever accepted; null when staff recorded it
 * @param evidence how staff knows, such as the number of a signed paper
 */
record Acceptance(
        UUID id,
        UUID licenseId,
        Terms terms,
        String name,
        String email,
        Instant acceptedAt,
        Instant recordedAt,
        String recordedBy,
        String requestId,
        @Nullable String address,
        Map<String, @Nullable Object> evidence) {

    AcceptedTerms forLicense() {
        return new AcceptedTerms(
                terms.ref(),
                terms.code(),
                terms.version(),
                terms.sha256(),
                acceptedAt,
                new AcceptedTerms.Person(name, email));
    }

    View view() {
        return new View(
                new TypeId("acc", id).toString(),
                new TypeId("lic", licenseId).toString(),
                terms.ref(),
                terms.code(),
                terms.version(),
                terms.sha256(),
                acceptedAt,
                new AcceptedTerms.Person(name, email),
                recordedAt,
                recordedBy,
                requestId,
                address,
                evidence);
    }

    /** As it is answered. */
    @Schema(name = "TermsAcceptance")
    record View(
            String id,
            String license,
            String terms,
            String code,
            String version,
            String sha256,
            Instant acceptedAt,
            AcceptedTerms.Person acceptedBy,
            Instant recordedAt,
            String recordedBy,
            String requestId,
            @Nullable String address,
            Map<String, @Nullable Object> evidence) {}
}
