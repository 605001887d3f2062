package dev.licet.core.id;

import java.util.Arrays;

/** Crockford's base 32: 32 symbols without I, L, O and U, read without regard to case. */
public final class Base32 {
    private static final char[] SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final byte[] VALUES = values();

    private Base32() {}

    /** The upper-case symbol of a value from 0 to 31. */
    public static char symbol(int value) {
        return SYMBOLS[value];
    }

    /** The value of a symbol, 0 to 31, where O counts as 0 and I and L as 1; -1 for a character that is no symbol. */
    public static int value(char symbol) {
        return symbol < VALUES.length ? VALUES[symbol] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < SYMBOLS.length; i++) {
            values[SYMBOLS[i]] = (byte) i;
            values[Character.toLowerCase(SYMBOLS[i])] = (byte) i;
        }
        for (char c : new char[] {'O', 'o'}) {
            values[c] = 0;
        }
        for (char c : new char[] {'I', 'i', 'L', 'l'}) {
            values[c] = 1;
        }
        return values;
    }
}
