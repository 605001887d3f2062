package dev.licet.sdk;

import dev.licet.core.file.RevocationList;
import dev.licet.core.token.LicenseToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a running client knows.
 *
 * @param saved what is kept, or would be if the store could be written
 * @param token the verified token of it
 * @param file what the verified licence file of it grants
 * @param revocations the verified list of what was taken back; null when there never was one, or it is gone
 * @param trouble why what was kept can't be used, or what is known can't be kept
 */
record Known(
        Saved saved,
        @Nullable LicenseToken token,
        @Nullable LicenseToken file,
        @Nullable RevocationList revocations,
        @Nullable String trouble) {

    static final Known NOTHING = new Known(Saved.NOTHING, null, null, null, null);

    /** Whether any answer of the server's stands, be it a no. */
    boolean answered() {
        return token != null || file != null || saved.refusal() != null;
    }

    TrustedTime time() {
        return saved.time();
    }

    Known passing(Instant local) {
        return at(saved.time().passing(local));
    }

    Known at(TrustedTime time) {
        return new Known(saved.at(time), token, file, revocations, trouble);
    }

    /** The same if this file were installed. */
    Known trying(LicenseToken grant, TrustedTime time) {
        return new Known(Saved.NOTHING.at(time), null, grant, revocations, null);
    }
}
