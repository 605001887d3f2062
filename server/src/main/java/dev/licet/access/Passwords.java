package dev.licet.access;

import dev.licet.platform.Checks;
import dev.licet.signing.Fingers;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes (RFC 9106) with OWASP's parameters of 2023: 19 MiB, two passes, one lane. What is hashed is the keyed
 * hash of the password, so that whoever has only the database cannot try passwords out.
 */
@Component
final class Passwords {
    static final int MEMORY_KIB = 19_456;
    static final int PASSES = 2;
    static final int LANES = 1;
    static final int LEAST = 12;
    private static final int MOST = 200;
    private static final int SALT = 16;
    private static final int TAG = 32;
    private static final String PURPOSE = "password";
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each hash takes 19 MiB while it is made, so that only so many are made at once. */
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final Fingers fingers;
    private final String nobodys;

    Passwords(Fingers fingers) {
        this.fingers = fingers;
        this.nobodys = hash("nobody has this password");
    }

    static Checks check(Checks checks, String pointer, @Nullable String password, @Nullable String email) {
        checks.text(pointer, password, LEAST, MOST);
        boolean varied = password == null || password.chars().distinct().count() >= 5;
        boolean own = password != null && email != null && password.strip().equalsIgnoreCase(email.strip());
        return checks.that(pointer, varied, "must not repeat so few characters")
                .that(pointer, !own, "must not be the e-mail address");
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] tag = argon2(password, salt, MEMORY_KIB, PASSES, LANES);
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64(salt) + "$"
                + base64(tag);
    }

    /** Whether it is the password; takes as long when there is none to compare with. */
    boolean matches(@Nullable String hash, String password) {
        Matcher parts = PHC.matcher(hash == null ? nobodys : hash);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password is no Argon2id hash.");
        }
        byte[] tag = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(tag, Base64.getDecoder().decode(parts.group(5))) && hash != null;
    }

    /** Whether it was made with other parameters than today's. */
    static boolean isOutdated(String hash) {
        return !hash.startsWith("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$");
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes) {
        byte[] secret = fingers.hash(PURPOSE, Normalizer.normalize(password, Normalizer.Form.NFKC));
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[TAG];
        slots.acquireUninterruptibly();
        try {
            generator.generateBytes(secret, tag);
        } finally {
            slots.release();
        }
        return tag;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
