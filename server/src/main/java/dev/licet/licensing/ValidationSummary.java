package dev.licet.licensing;

import java.time.Instant;

/** How often programs were answered with a code, and when first and last. */
public record ValidationSummary(String code, long times, Instant first, Instant last) {}
