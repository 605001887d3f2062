package dev.licet.platform.json;

/** Text that PostgreSQL keeps as it is: any Unicode but NUL, and no half of a surrogate pair. */
public final class Texts {
    public static final String UNSTORABLE = "a NUL character or half of a surrogate pair, which cannot be stored";

    private Texts() {}

    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !pair(text, i++))) {
                return false;
            }
        }
        return true;
    }

    private static boolean pair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
