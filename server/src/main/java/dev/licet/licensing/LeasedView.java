package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * Floating seats that were given, or are kept for longer.
 *
 * @param expiresAt their end, excluded, unless they are renewed before
 * @param token to take along: it proves them until their end
 */
@Schema(name = "LeasedSeats")
record LeasedView(
        LeaseView lease, Instant expiresAt, LicenseView license, Map<String, Object> features, String token) {}
