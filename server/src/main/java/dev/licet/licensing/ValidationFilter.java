package dev.licet.licensing;

import dev.licet.core.decision.Code;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the validation log a list shows; null leaves a filter out.
 *
 * @param from included
 * @param to excluded
 */
record ValidationFilter(
        @Nullable UUID license,
        @Nullable Code code,
        @Nullable Instant from,
        @Nullable Instant to) {}
