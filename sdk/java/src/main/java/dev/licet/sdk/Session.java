package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the operations of a client share. */
record Session(
        Settings settings,
        Api api,
        Trust trust,
        TokenCheck check,
        FileCheck files,
        Proving proving,
        Memory memory,
        Judge judge) {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");
    private static final String KEYS = ".well-known/license-keys";

    static Session open(Settings settings) {
        Trust trust = new Trust(settings);
        TokenCheck check = new TokenCheck(settings, trust);
        FileCheck files = new FileCheck(settings, trust);
        Proving proving = new Proving(settings, trust, check, files);
        Memory memory = new Memory(settings, proving);
        memory.reload();
        return new Session(settings, new Api(settings), trust, check, files, proving, memory, new Judge(settings));
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

    /** Verifies a token; one that is signed by a key which is not known yet, once the root was asked for its word. */
    LicenseToken believe(String compact, Supplier<LicenseToken> check) {
        if (trust.mayLearnKeyOf(compact)) {
            askTheRoot();
        }
        return check.get();
    }

    /** Asks for the root's word when that was not heard for a while, so that keys that were taken back are known. */
    void lookAtKeys() {
        if (trust.isOld(now())) {
            askTheRoot();
        }
    }

    /** Takes in what the root says of the keys. */
    void learnKeys(String statement) {
        if (trust.isNews(statement, now())) {
            memory.learn(saved -> saved.told(statement));
        }
    }

    private void askTheRoot() {
        trust.asked(now());
        try {
            learnKeys(Api.once(settings).text(KEYS));
        } catch (LicetException e) {
            LOG.log(Level.DEBUG, "The root's word on the keys could not be had: {0}", e.getMessage());
        }
    }
}
