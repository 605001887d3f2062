package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms that were last accepted for a licence.
 *
 * @param id of the version of the terms
 * @param sha256 of their text, or of what stood at their address, in hexadecimal
 * @param acceptedBy null where the one who asks has no more than the key
 */
@Schema(name = "AcceptedTerms")
public record AcceptedTerms(
        String id,
        String code,
        String version,
        String sha256,
        Instant acceptedAt,
        @Nullable Person acceptedBy) {

    /** Somebody by name and e-mail address. */
    @Schema(name = "AcceptedBy")
    public record Person(String name, String email) {}

    AcceptedTerms withoutPerson() {
        return new AcceptedTerms(id, code, version, sha256, acceptedAt, null);
    }
}
