package dev.licet.evidence;

/** Text that may stand in XML (XML 1.0, 2.2): what may not, such as control characters, becomes the replacement character. */
final class XmlText {
    private XmlText() {}

    static String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
