package dev.licet.licensing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs somewhere.
 *
 * @param id of the device, or of a licence that has none
 * @param version as the program told it last
 */
record Install(
        UUID id,
        UUID license,
        @Nullable Customer customer,
        @Nullable UUID device,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String user,
        String version,
        Instant seenAt) {

    /** Whose it is. */
    record Customer(UUID id, String name, String email) {}
}
