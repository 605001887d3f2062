package dev.licet.core.file;

import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jwe;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.MissingAlgorithm;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.token.Signed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads licence files and verifies them. Keys and algorithms come from the caller: the file only chooses among the keys, and one that
 * lacks a signature by an algorithm that the caller asks for is refused.
 */
public final class LicenseFileVerifier {
    private final Map<String, SignatureVerifier> keys;
    private final Set<String> required;

    /**
     * @param keys those that are trusted, by key id
     * @param required the algorithms that a file has to be signed by, at least one: {@code EdDSA} for any, {@code EdDSA} and {@code
     *     ML-DSA-65} for hybrid files only. A file that has more signatures is good only when those are good too.
     */
    public LicenseFileVerifier(Map<String, ? extends SignatureVerifier> keys, Set<String> required) {
        if (required.isEmpty()) {
            throw new IllegalArgumentException("Name at least one algorithm.");
        }
        this.keys = Map.copyOf(keys);
        this.required = Set.copyOf(required);
    }

    /** The id of an encrypted file as it stands outside, not verified; null for a file that is not encrypted, or is none. */
    public static @Nullable String outerId(String text) {
        try {
            String content = Armor.LICENSE_FILE.read(text);
            return Jwe.looksLike(content) && Jwe.parse(content).header().get("kid") instanceof String id ? id : null;
        } catch (InvalidFile | InvalidToken e) {
            return null;
        }
    }

    /**
     * Reads a file that is not encrypted.
     *
     * @throws InvalidFile saying what is wrong; whether it is for this product, device and user, and whether its time has come, is
     *     what {@link LicenseFile#decide} says
     */
    public LicenseFile verify(String text) {
        return verify(text, null, null);
    }

    /**
     * Reads a file, encrypted or not.
     *
     * @param key the licence key; null when there is none at hand
     * @param fingerprint of this device; null when the program does not tell devices apart
     * @throws InvalidFile as above
     */
    public LicenseFile verify(String text, @Nullable LicenseKey key, @Nullable String fingerprint) {
        String content = Armor.LICENSE_FILE.read(text);
        if (!Jwe.looksLike(content)) {
            return signed(content);
        }
        Jwe sealed = parse(content);
        LicenseFile file = signed(open(sealed, key, fingerprint));
        if (!file.grant().id().equals(sealed.header().get("kid"))) {
            throw new InvalidFile(Fault.FILE_UNTRUSTED, "It is encrypted as another file than it is.");
        }
        return file;
    }

    private static Jwe parse(String content) {
        try {
            Jwe sealed = Jwe.parse(content);
            if (LicenseFile.ENCRYPTED.equals(sealed.header().get("typ"))) {
                return sealed;
            }
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_MALFORMED, String.valueOf(e.getMessage()), e);
        }
        throw new InvalidFile(Fault.FILE_MALFORMED, "What is encrypted in it is no license file.");
    }

    private static String open(Jwe sealed, @Nullable LicenseKey key, @Nullable String fingerprint) {
        if (key == null) {
            throw new InvalidFile(Fault.FILE_OTHER_KEY, "It is encrypted: give the license key it was made for.");
        }
        FileKeys keys = new FileKeys(key, String.valueOf(sealed.header().get("kid")));
        if (!keys.keyHint().equals(sealed.header().get(LicenseFile.KEY_HINT))) {
            throw new InvalidFile(Fault.FILE_OTHER_KEY, "It is encrypted for another license key.");
        }
        Object device = sealed.header().get(LicenseFile.DEVICE_HINT);
        String here = keys.deviceHint("").equals(device) || fingerprint == null ? "" : fingerprint;
        if (!keys.deviceHint(here).equals(device)) {
            throw new InvalidFile(Fault.FILE_OTHER_DEVICE, "It is encrypted for another device.");
        }
        try {
            return new String(sealed.decrypt(keys.content(here)), StandardCharsets.US_ASCII);
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_UNTRUSTED, "It was altered.", e);
        }
    }

    private LicenseFile signed(String content) {
        try {
            Signed signed = Signed.verify(content, LicenseFile.TYPE, keys);
            Set<String> by = new LinkedHashSet<>(signed.algorithms());
            if (!signed.algorithms().equals(signed.claims().get("algorithms"))) {
                throw new InvalidFile(Fault.FILE_UNTRUSTED, "A signature that belongs to it is missing.");
            }
            if (!by.containsAll(required)) {
                throw new InvalidFile(
                        Fault.FILE_UNTRUSTED,
                        "It is signed by " + by + ", and has to be signed by " + new java.util.TreeSet<>(required)
                                + ".");
            }
            return new LicenseFile(grant(signed), signed.algorithms());
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_UNTRUSTED, String.valueOf(e.getMessage()), e);
        } catch (MissingAlgorithm e) {
            throw new InvalidFile(Fault.FILE_UNSUPPORTED, String.valueOf(e.getMessage()), e);
        }
    }

    private static LicenseToken grant(Signed signed) {
        return LicenseToken.read(new LinkedHashMap<>(signed.claims()));
    }
}
