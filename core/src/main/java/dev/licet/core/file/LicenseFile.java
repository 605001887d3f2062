package dev.licet.core.file;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Question;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.Jwe;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.Signatory;
import dev.licet.core.token.Signed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence as a file. It says what a licence token says, and by which algorithms it is signed: a signature that somebody took away is
 * missed by that.
 *
 * @param grant what it permits, to whom and where; its id leads back to who was given the file
 * @param algorithms by which it is signed, such as {@code EdDSA}, or that and {@code ML-DSA-65}
 */
public record LicenseFile(LicenseToken grant, List<String> algorithms) {
    /** The {@code typ} of what is signed: no token passes for a file, and no file for a token. */
    public static final String TYPE = "license-file+jwt";

    static final String ENCRYPTED = "license-file+jwe";
    static final String KEY_HINT = "keyHint";
    static final String DEVICE_HINT = "deviceHint";

    public LicenseFile {
        algorithms = List.copyOf(algorithms);
    }

    /** A readable file, signed by each of them. */
    public static String write(LicenseToken grant, List<Signatory> by) {
        return Armor.LICENSE_FILE.write(sign(grant, by));
    }

    /** A file that only the holder of the licence key can read, and only where the fingerprint is that of the file's device. */
    public static String encrypt(LicenseToken grant, List<Signatory> by, LicenseKey key, SecureRandom random) {
        String signed = sign(grant, by);
        String fingerprint = grant.device() == null ? "" : grant.device().fingerprint();
        FileKeys keys = new FileKeys(key, grant.id());
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", ENCRYPTED);
        header.put("cty", by.size() == 1 ? "JWT" : "jose+json");
        header.put("kid", grant.id());
        header.put(KEY_HINT, keys.keyHint());
        header.put(DEVICE_HINT, keys.deviceHint(fingerprint));
        byte[] plain = signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return Armor.LICENSE_FILE.write(Jwe.encrypt(header, keys.content(fingerprint), random, plain));
    }

    /** Decides as the server would: see {@link LicenseToken#decide}. */
    public Decision decide(Question question, Instant now) {
        return grant.decide(question, now);
    }

    private static String sign(LicenseToken grant, List<Signatory> by) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(grant.claims());
        claims.put("algorithms", by.stream().map(Signatory::algorithm).toList());
        return Signed.write(TYPE, claims, by);
    }
}
