package dev.licet.bench;

import dev.licet.bench.load.Sample;
import dev.licet.core.decision.Decision;
import dev.licet.core.token.Jws;
import dev.licet.core.token.TokenVerifier;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A token as the SDK verifies it and decides by it, beside the bare verification of its signature by the same provider. */
final class Tokens implements Measure {

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String about() {
        return "offline verification of a token and the decision by it, beside a bare Ed25519 verification";
    }

    @Override
    public int seconds() {
        return 45;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        SampleToken sample = SampleToken.make();
        Jws jws = Jws.parse(sample.compact());
        TokenVerifier verifier = new TokenVerifier(sample.keys());
        PublicKey key = sample.keys().values().iterator().next();
        Turns turns = Turns.take(
                time -> repeat(time, () -> verify(key, jws.signedBytes(), jws.signatureBytes())),
                time -> repeat(
                        time,
                        () -> verifier.verify(sample.compact()).decide(sample.question(), sample.now())
                                instanceof Decision.Permitted),
                stage.scale(),
                progress);
        return List.of(Figure.cost("offline verification", "Ed25519 verify", turns, Figure.Level.atMost(1.3)));
    }

    private static boolean verify(PublicKey key, byte[] message, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static Sample repeat(Duration time, Callable<Boolean> call) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = 0;
        while (System.nanoTime() < end) {
            if (!call.call()) {
                throw new IllegalStateException("The token is not accepted");
            }
            done++;
        }
        return new Sample(done, System.nanoTime() - start);
    }
}
