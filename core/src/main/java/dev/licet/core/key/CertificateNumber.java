package dev.licet.core.key;

import dev.licet.core.id.Base32;
import java.security.SecureRandom;

/**
 * The number of a certificate, by which anybody who holds one can ask whether it is good: 20 base 32 characters in groups of five, of
 * which 18 are random (90 bits: nobody finds one by trying) and two are check characters, such as {@code 4G7KX-2M9QZ-1B5TH-W3D6R}.
 * Case, separators, O for 0 and I or L for 1 don't matter on entry.
 *
 * @param body the 20 characters, in upper case and without separators
 */
public record CertificateNumber(String body) {
    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    public CertificateNumber {
        if (body.length() != LENGTH || !CheckCharacters.fit(values(body))) {
            throw new IllegalArgumentException("The number has a typing error.");
        }
    }

    /** A new number, unguessable: 90 bits from the given source. */
    public static CertificateNumber generate(SecureRandom random) {
        int[] values = new int[LENGTH];
        for (int i = 0; i < LENGTH - 2; i++) {
            values[i] = random.nextInt(32);
        }
        CheckCharacters.fill(values);
        StringBuilder body = new StringBuilder();
        for (int value : values) {
            body.append(Base32.symbol(value));
        }
        return new CertificateNumber(body.toString());
    }

    /**
     * Reads a number as a person typed it.
     *
     * @throws IllegalArgumentException when it has another length, a character that no number has, or a typing error
     */
    public static CertificateNumber parse(String text) {
        if (text.length() > 60) {
            throw new IllegalArgumentException("The number of a certificate has 20 characters.");
        }
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = Base32.value(c);
            if (value >= 0) {
                body.append(Base32.symbol(value));
            } else if (Character.isLetterOrDigit(c) || !LicenseKey.isSeparator(c)) {
                throw new IllegalArgumentException("The number has a character that no number has: " + c);
            }
        }
        return new CertificateNumber(body.toString());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            out.append(i == 0 ? "" : "-").append(body, i, i + GROUP);
        }
        return out.toString();
    }

    private static int[] values(String body) {
        return body.chars().map(c -> Base32.value((char) c)).toArray();
    }
}
