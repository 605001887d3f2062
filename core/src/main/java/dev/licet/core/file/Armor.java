package dev.licet.core.file;

import dev.licet.core.file.InvalidFile.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How text is carried that people see, mail and copy: base64 (RFC 4648, 4) in lines of 64 characters between two lines that say what
 * it is. There is one spelling of it, so that no bit can be changed unnoticed; only the line ends may be those of Windows, and the
 * last one may be missing, since mail programs and editors do that.
 */
public enum Armor {
    /** A signed licence. */
    LICENSE_FILE("LICENSE FILE"),
    /** What a program without a network asks for a device's place with. */
    ACTIVATION_REQUEST("ACTIVATION REQUEST"),
    /** What it gives the place up with. */
    DEACTIVATION_PROOF("DEACTIVATION PROOF"),
    /** What it tells of its use with. */
    USAGE_REPORT("USAGE REPORT");

    private static final int MAX_LENGTH = 1 << 20;
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final String begin;
    private final String end;

    Armor(String label) {
        begin = "-----BEGIN " + label + "-----\n";
        end = "\n-----END " + label + "-----\n";
    }

    /**
     * The text that holds a content.
     *
     * @param content ASCII, as all forms of JOSE are
     */
    public String write(String content) {
        return begin + ENCODER.encodeToString(content.getBytes(StandardCharsets.US_ASCII)) + end;
    }

    /**
     * The content.
     *
     * @throws InvalidFile with {@link Fault#FILE_MALFORMED} for a text that {@link #write} did not make
     */
    public String read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed("It is longer than a file of this kind can be.");
        }
        String unix = text.contains("\r\n") ? text.replace("\r\n", "\n") : text;
        String whole = unix.endsWith("\n") ? unix : unix + "\n";
        if (!whole.startsWith(begin) || !whole.endsWith(end) || whole.length() < begin.length() + end.length()) {
            throw malformed("It does not begin with " + begin.strip() + " and end with " + end.strip() + ".");
        }
        String content = decode(whole.substring(begin.length(), whole.length() - end.length()));
        if (!write(content).equals(whole) || mixed(text)) {
            throw malformed("Its lines are not as they were written.");
        }
        return content;
    }

    private String decode(String lines) {
        try {
            byte[] bytes = Base64.getDecoder().decode(lines.replace("\n", ""));
            return new String(bytes, StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new InvalidFile(Fault.FILE_MALFORMED, "Between its first and last line stands no base64.", e);
        }
    }

    /** Whether some lines end in one way and some in the other. */
    private static boolean mixed(String text) {
        return text.contains("\r\n") && text.replace("\r\n", "").contains("\n");
    }

    private InvalidFile malformed(String message) {
        return new InvalidFile(Fault.FILE_MALFORMED, message);
    }
}
