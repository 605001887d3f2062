package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a text that binds people. It never changes.
 *
 * @param body the text itself; null when it stands at {@code url}
 * @param sha256 of the text in UTF-8, or of what stands at the address, in hexadecimal
 * @param effectiveAt from when on it is the version in force
 * @param productId the only product it is for; null for any
 */
record Terms(
        UUID id,
        String code,
        String version,
        String title,
        @Nullable String body,
        @Nullable String url,
        String sha256,
        Instant effectiveAt,
        @Nullable UUID productId,
        Instant createdAt) {
    static final String PREFIX = "terms";

    String ref() {
        return new TypeId(PREFIX, id).toString();
    }
}
