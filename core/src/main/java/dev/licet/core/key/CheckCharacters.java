package dev.licet.core.key;

/**
 * The last two of at most 31 characters, by which a typing error in any of them is found: a Reed-Solomon code over GF(32), polynomial
 * x^5 + x^2 + 1, with the roots a^0 and a^1. It finds every one or two wrong characters and every two characters that changed places
 * (Reed and Solomon, "Polynomial codes over certain finite fields", 1960).
 */
final class CheckCharacters {

    private static final int ORDER = 31;
    private static final int[] POWER = new int[ORDER];
    private static final int[] LOG = new int[ORDER + 1];

    static {
        int value = 1;
        for (int i = 0; i < ORDER; i++) {
            POWER[i] = value;
            LOG[value] = i;
            value <<= 1;
            value = (value & 32) == 0 ? value : value ^ 0b100101;
        }
    }

    private CheckCharacters() {}

    /** Sets the last two values so that the whole fits. */
    static void fill(int[] values) {
        int last = values.length - 1;
        values[last - 1] = 0;
        values[last] = 0;
        int sum = sum(values);
        int weighted = weighted(values);
        // Two equations for x (weight a^1) and y (weight a^0): x + y = sum and a*x + y = weighted.
        int x = divide(sum ^ weighted, POWER[0] ^ POWER[1]);
        values[last - 1] = x;
        values[last] = x ^ sum;
    }

    /** Whether the values are as they were made; a value out of range fits nothing. */
    static boolean fit(int[] values) {
        for (int value : values) {
            if (value < 0 || value > ORDER) {
                return false;
            }
        }
        return sum(values) == 0 && weighted(values) == 0;
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum ^= value;
        }
        return sum;
    }

    private static int weighted(int[] values) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum ^= multiply(values[i], POWER[values.length - 1 - i]);
        }
        return sum;
    }

    private static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : POWER[(LOG[a] + LOG[b]) % ORDER];
    }

    private static int divide(int a, int b) {
        return a == 0 ? 0 : POWER[(LOG[a] + ORDER - LOG[b]) % ORDER];
    }
}
