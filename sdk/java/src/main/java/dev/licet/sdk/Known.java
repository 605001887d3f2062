package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a running client knows.
 *
 * @param saved what is kept, or would be if the store could be written
 * @param token the verified token of it
 * @param trouble why what was kept can't be used, or what is known can't be kept
 */
record Known(
        Saved saved, @Nullable LicenseToken token, @Nullable String trouble) {

    static final Known NOTHING = new Known(Saved.NOTHING, null, null);

    /** Whether any answer of the server's stands, be it a no. */
    boolean answered() {
        return token != null || saved.refusal() != null;
    }

    TrustedTime time() {
        return saved.time();
    }

    Known passing(Instant local) {
        return new Known(saved.at(saved.time().passing(local)), token, trouble);
    }
}
