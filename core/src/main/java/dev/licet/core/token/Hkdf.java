package dev.licet.core.token;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): makes keys from a secret, one for each purpose. */
public final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int LENGTH = 32;

    private Hkdf() {}

    /**
     * Concentrates a secret into a key of 32 bytes to {@link #expand} from.
     *
     * @param salt may be public; empty for none
     * @param secret what the key is made from
     */
    public static byte[] extract(byte[] salt, byte[] secret) {
        // RFC 5869, 2.2: no salt is as many zeros as the hash has bytes.
        return mac(salt.length == 0 ? new byte[LENGTH] : salt).doFinal(secret);
    }

    /**
     * A key for one purpose.
     *
     * @param key what {@link #extract} gave
     * @param info the purpose
     * @param length how many bytes, 1 to 8160
     */
    public static byte[] expand(byte[] key, byte[] info, int length) {
        if (length < 1 || length > 255 * LENGTH) {
            throw new IllegalArgumentException("HKDF gives 1 to 8160 bytes.");
        }
        Mac mac = mac(key);
        byte[] out = new byte[length];
        byte[] block = new byte[0];
        for (int i = 0; i * LENGTH < length; i++) {
            mac.update(block);
            mac.update(info);
            block = mac.doFinal(new byte[] {(byte) (i + 1)});
            System.arraycopy(block, 0, out, i * LENGTH, Math.min(LENGTH, length - i * LENGTH));
        }
        Arrays.fill(block, (byte) 0);
        return out;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
        }
    }
}
