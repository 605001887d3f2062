package dev.licet.signing;

import dev.licet.platform.BodyVault;
import org.springframework.stereotype.Component;

/** Kept answers under the master key. */
@Component
final class SealedAnswers implements BodyVault {
    private static final String PURPOSE = "kept-answer";

    private final Sealer sealer;

    SealedAnswers(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public byte[] seal(byte[] plain) {
        return sealer.seal(PURPOSE, plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return sealer.open(PURPOSE, sealed);
    }
}
