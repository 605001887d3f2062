package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that asks for a place in a licence.
 *
 * @param key here, or in the header {@code Authorization: License <key>}
 * @param product the code of the product the program is
 * @param releasedAt when that version was released, for one that the server has no record of
 */
record ActivationRequest(
        @Nullable String key,
        @Nullable String product,
        @Nullable DeviceRequest device,
        @Nullable String user,
        @Nullable String version,
        @Nullable Instant releasedAt) {

    Question question() {
        Checks checks = new Checks().required("/device", device);
        return ProgramRequest.question(checks, product, device, user, version, List.of())
                .released(releasedAt);
    }
}
