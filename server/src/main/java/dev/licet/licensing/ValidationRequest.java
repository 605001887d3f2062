package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's question whether it may run.
 *
 * @param key here, or in the header {@code Authorization: License <key>}
 * @param product the code of the product the program is, or its id
 * @param releasedAt when that version was released, for one that the server has no record of
 * @param features codes of the features it wants to use
 * @param nonce comes back in the answer and in the token, so that neither can be an old one
 */
record ValidationRequest(
        @Nullable String key,
        @Nullable String product,
        @Nullable DeviceRequest device,
        @Nullable String user,
        @Nullable String version,
        @Nullable Instant releasedAt,
        @Nullable List<String> features,
        @Nullable String nonce) {

    Question question() {
        Checks checks = new Checks().text("/nonce", nonce, 0, 255);
        return ProgramRequest.question(checks, product, device, user, version, features)
                .released(releasedAt);
    }
}
