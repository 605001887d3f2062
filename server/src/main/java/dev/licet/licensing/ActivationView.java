package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * A place that a device holds.
 *
 * @param token to take along, as with a validation
 */
@Schema(name = "Activation")
record ActivationView(DeviceView device, LicenseView license, Map<String, Object> features, String token) {}
