package dev.licet.core.token;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Encryption in compact form (RFC 7516, 7.1) by {@code dir} and {@code A256GCM} (RFC 7518, 4.5 and 5.3), and no other way.
 *
 * @param header what it says of itself; covered by the tag
 * @param input the header as it stands in the text
 * @param iv 12 bytes
 * @param sealed the ciphertext and the tag of 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Jwe(Map<String, @Nullable Object> header, String input, byte[] iv, byte[] sealed) {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int IV = 12;
    private static final int TAG = 16;

    /**
     * Encrypts.
     *
     * @param header what it says of itself besides {@code alg} and {@code enc}
     * @param key 32 bytes, for few texts only: the IV is random
     */
    public static String encrypt(Map<String, ?> header, byte[] key, SecureRandom random, byte[] plain) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("alg", "dir");
        whole.put("enc", "A256GCM");
        whole.putAll(header);
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        String input = Jws.encode(whole);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, input).doFinal(plain);
            int length = sealed.length - TAG;
            return String.join(
                    ".",
                    input,
                    "",
                    Base64Url.encode(iv),
                    Base64Url.encode(Arrays.copyOf(sealed, length)),
                    Base64Url.encode(Arrays.copyOfRange(sealed, length, sealed.length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    /** Whether a text may be one. */
    public static boolean looksLike(String text) {
        return text.chars().filter(c -> c == '.').count() == 4;
    }

    /**
     * Takes one apart.
     *
     * @throws InvalidToken when it is none, or encrypted in another way
     */
    public static Jwe parse(String compact) {
        String[] parts = compact.length() > MAX_LENGTH ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 5 || !parts[1].isEmpty()) {
            throw new InvalidToken("An encrypted document has five parts with dots between, the second of them empty.");
        }
        Map<String, @Nullable Object> header = object(parts[0]);
        if (!"dir".equals(header.get("alg")) || !"A256GCM".equals(header.get("enc"))) {
            throw new InvalidToken("It is not encrypted by dir and A256GCM.");
        }
        if (header.containsKey("crit") || header.containsKey("zip")) {
            throw new InvalidToken("It asks for something that is not understood here.");
        }
        byte[] iv = Base64Url.decode(parts[2]);
        byte[] text = Base64Url.decode(parts[3]);
        byte[] tag = Base64Url.decode(parts[4]);
        if (iv.length != IV || tag.length != TAG) {
            throw new InvalidToken("Its IV has not 12 bytes, or its tag not 16.");
        }
        byte[] sealed = Arrays.copyOf(text, text.length + TAG);
        System.arraycopy(tag, 0, sealed, text.length, TAG);
        return new Jwe(header, parts[0], iv, sealed);
    }

    /**
     * Decrypts.
     *
     * @throws InvalidToken when it was altered, or encrypted under another key
     */
    public byte[] decrypt(byte[] key) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, iv, input).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new InvalidToken("It was altered, or encrypted under another key.", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, String input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, iv));
        cipher.updateAAD(input.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static Map<String, @Nullable Object> object(String part) {
        try {
            return Json.parseObject(new String(Base64Url.decode(part), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new InvalidToken("The header is not JSON.", e);
        }
    }
}
