package dev.licet.sdk;

import dev.licet.core.file.InvalidFile;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.LicenseFileVerifier;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.LicenseToken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a licence file has to be before it is judged: signed by trusted keys, by all the algorithms that the program asks for. */
final class FileCheck {

    private final Settings settings;
    private final Trust trust;

    FileCheck(Settings settings, Trust trust) {
        this.settings = settings;
        this.trust = trust;
    }

    /**
     * A file that is good.
     *
     * @param key the licence key that opened it; empty when it is not encrypted
     */
    record Opened(LicenseToken grant, Optional<String> key) {}

    /**
     * Reads a file with the first of some licence keys that opens it.
     *
     * @throws LicetException.BadFile saying what is wrong with it
     */
    Opened check(String text, List<String> keys) {
        if (LicenseFileVerifier.outerId(text) == null) {
            return new Opened(read(text, null).grant(), Optional.empty());
        }
        LicetException.BadFile no = new LicetException.BadFile(
                Code.FILE_OTHER_KEY, "It is encrypted: give the licence key it was made for.");
        for (String key : keys) {
            try {
                return new Opened(read(text, LicenseKey.parse(key)).grant(), Optional.of(key));
            } catch (LicetException.BadFile e) {
                no = e;
                if (e.code() != Code.FILE_OTHER_KEY) {
                    throw e;
                }
            }
        }
        throw no;
    }

    private LicenseFile read(String text, @Nullable LicenseKey key) {
        try {
            return new LicenseFileVerifier(trust.keys(), settings.algorithms())
                    .verify(text, key, settings.fingerprint().value());
        } catch (InvalidFile e) {
            throw new LicetException.BadFile(e);
        }
    }
}
