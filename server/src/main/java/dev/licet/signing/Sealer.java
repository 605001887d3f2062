package dev.licet.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets in the database unreadable without the master key: AES-256-GCM, one key per purpose, the purpose
 * bound in as associated data. A sealed value is {@code version (1 byte) | nonce (12) | ciphertext and tag (16)}.
 * Random nonces are safe for 2^32 values per purpose (NIST SP 800-38D, 8.3).
 */
@Component
public final class Sealer {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    Sealer(MasterKey master) {
        this.master = master;
    }

    /**
     * Encrypts a secret for one purpose.
     *
     * @param purpose a constant of the caller's, such as {@code "license-key"}; opening needs the same one
     */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** Throws {@link SealBroken} for anything that {@link #seal} did not make for this purpose under this master key. */
    public byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != VERSION) {
            throw new SealBroken(purpose, null);
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(purpose, e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        SecretKey key = keys.computeIfAbsent(purpose, p -> master.derive("seal/" + p, "AES"));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
