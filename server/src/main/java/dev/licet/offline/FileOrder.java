package dev.licet.offline;

import dev.licet.core.decision.Question;
import dev.licet.core.time.Span;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.MlDsa65;
import dev.licet.platform.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What file is to be made.
 *
 * @param question for which product, device and user
 * @param ttl for how long; null for as long as it may
 * @param algorithms by which it is signed
 */
record FileOrder(Question question, @Nullable Span ttl, boolean encrypt, List<String> algorithms) {
    private static final List<String> CLASSIC = List.of(Ed25519.ALGORITHM);
    private static final List<String> HYBRID = List.of(Ed25519.ALGORITHM, MlDsa65.ALGORITHM);

    static Checks check(Checks checks, @Nullable Span ttl, @Nullable List<String> algorithms) {
        return checks.that("/ttl", ttl == null || !ttl.isZero(), "must be longer than nothing")
                .that(
                        "/algorithms",
                        algorithms == null || algorithms.equals(CLASSIC) || algorithms.equals(HYBRID),
                        "must be [\"EdDSA\"] or [\"EdDSA\",\"ML-DSA-65\"]");
    }

    static List<String> algorithms(@Nullable List<String> wanted) {
        return wanted == null ? CLASSIC : wanted;
    }
}
