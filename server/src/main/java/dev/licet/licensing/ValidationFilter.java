package dev.licet.licensing;

import dev.licet.core.decision.Code;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the validation log a list shows; null leaves a filter out.
 *
 * @param country an ISO 3166-1 code
 * @param from included
 * @param to excluded
 */
record ValidationFilter(
        @Nullable UUID license,
        @Nullable Code code,
        @Nullable String country,
        @Nullable Instant from,
        @Nullable Instant to) {}
