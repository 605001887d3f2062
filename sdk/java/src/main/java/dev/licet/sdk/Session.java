package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the operations of a client share. */
record Session(Settings settings, Api api, TokenCheck check, Memory memory, Judge judge) {

    static Session open(Settings settings) {
        TokenCheck check = new TokenCheck(settings);
        Memory memory = new Memory(settings, check);
        memory.reload();
        return new Session(settings, new Api(settings), check, memory, new Judge(settings));
    }

    /** What is known permits this now. */
    License license() {
        return judge.judge(memory.now(), local());
    }

    /** What the machine's clock says. */
    Instant local() {
        return settings.clock().instant();
    }

    /** The time it is, as far as the machine's clock is to be believed. */
    Instant now() {
        return memory.now().time().now(local());
    }

    @Nullable String key(Known known) {
        return known.saved().key() == null
                ? settings.licenseKey()
                : known.saved().key();
    }

    /**
     * Whether a token that answers no nonce could have been made just now. One that could not is either old and played
     * back, or says that the machine's clock is wrong; only an answer to a nonce tells which.
     */
    boolean couldBeFresh(LicenseToken token) {
        return memory.now().time().near(token.issuedAt(), local());
    }
}
