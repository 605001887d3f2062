package dev.licet.core.file;

import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program without a network writes when its device gives up its place. It is no more than the program's word: whoever kept a copy
 * of the file still has it, until its end or until the program reads a revocation list.
 *
 * @param nonce never used before, 16 to 64 characters
 * @param license the licence's id
 * @param file the id of the licence file that the program has destroyed
 * @param fingerprint of the device
 * @param madeAt when, by the device's own clock, which nobody vouches for
 */
public record DeactivationProof(String nonce, String license, String file, String fingerprint, Instant madeAt) {
    private static final String TYPE = "license-deactivation+jwt";

    /** The proof as text, signed with the licence key. */
    public String write(LicenseKey key) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("jti", nonce);
        claims.put("iat", madeAt.getEpochSecond());
        claims.put("sub", license);
        claims.put("file", file);
        claims.put("device", fingerprint);
        return KeyedFile.write(Armor.DEACTIVATION_PROOF, TYPE, claims, key);
    }

    /**
     * A proof as it came; nothing in it can be believed before {@link Unverified#verify}.
     *
     * @throws InvalidFile when it is none
     */
    public static Unverified open(String text) {
        return new Unverified(KeyedFile.open(Armor.DEACTIVATION_PROOF, TYPE, text));
    }

    /** A proof before it was verified. */
    public static final class Unverified {
        private final KeyedFile document;

        private Unverified(KeyedFile document) {
            this.document = document;
        }

        /** The {@link OfflineKeys#finder} of the licence key that it claims to be signed with. */
        public String finder() {
            return document.finder();
        }

        /**
         * What it says.
         *
         * @throws InvalidFile when it was not signed with this licence key, or was altered
         */
        public DeactivationProof verify(LicenseKey key) {
            return document.read(key, DeactivationProof::read);
        }
    }

    private static DeactivationProof read(Fields claims) {
        return new DeactivationProof(
                OfflineClaims.nonce(claims),
                claims.requiredText("sub"),
                claims.requiredText("file"),
                claims.requiredText("device"),
                OfflineClaims.seconds(claims, "iat"));
    }
}
