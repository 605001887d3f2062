package dev.licet.offline;

import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that a program without a network has made, as it was carried here.
 *
 * @param request its text
 * @param ttl for how long the file is to be good; as long as the policy permits when absent
 * @param encrypt whether only the holder of the license key can read the answer, on that device
 * @param algorithms EdDSA, or EdDSA and ML-DSA-65; EdDSA when absent
 */
@Schema(name = "OfflineActivationRequest")
record BroughtRequest(
        @Nullable String request,
        @Nullable Span ttl,
        @Nullable Boolean encrypt,
        @Nullable List<String> algorithms) {

    /** The text alone. */
    static BroughtRequest of(String text) {
        return new BroughtRequest(text, null, null, null);
    }

    String text() {
        FileOrder.check(new Checks().required("/request", request), ttl, algorithms)
                .done();
        return String.valueOf(request);
    }
}
