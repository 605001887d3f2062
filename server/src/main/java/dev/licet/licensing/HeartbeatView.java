package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * The answer to a sign of life.
 *
 * @param nextHeartbeat when the next one is due at the latest
 * @param token to take along, with whatever has changed about the licence
 */
@Schema(name = "Heartbeat")
record HeartbeatView(Instant nextHeartbeat, LicenseView license, Map<String, Object> features, String token) {}
