package dev.licet.bench;

import dev.licet.core.id.TypeId;
import dev.licet.core.key.LicenseKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/** The licences that a measured server is filled with, by number: whoever fills it and whoever asks it make the same ones. */
public final class Seeds {
    /** 2026-01-01, for ids that sort by their numbers. */
    private static final long BEGIN = 1_767_225_600_000L;

    private Seeds() {}

    public static LicenseKey key(int number) {
        return LicenseKey.generate(new Fixed(number), null);
    }

    public static UUID license(int number) {
        return uuid(number, 1);
    }

    public static UUID device(int number) {
        return uuid(number, 2);
    }

    public static String deviceId(int number) {
        return new TypeId("dev", device(number)).toString();
    }

    /** 64 hexadecimal digits, as an SDK would send them. */
    public static String fingerprint(int number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder out = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            out.append(HexFormat.of().toHexDigits(random.nextLong()));
        }
        return out.toString();
    }

    private static UUID uuid(int number, int kind) {
        long high = ((BEGIN + number) << 16) | 0x7000L | kind;
        long low = (new SplittableRandom(number).nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Randomness that is none: the same for the same number. */
    private static final class Fixed extends SecureRandom {
        private final transient SplittableRandom random;

        Fixed(int number) {
            random = new SplittableRandom(0x11ce7L + number);
        }

        @Override
        public int nextInt(int bound) {
            return random.nextInt(bound);
        }
    }
}
