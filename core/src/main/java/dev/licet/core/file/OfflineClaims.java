package dev.licet.core.file;

import dev.licet.core.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Claims that several documents have. */
final class OfflineClaims {
    private static final long LAST = 253402300799L;

    private OfflineClaims() {}

    static String nonce(Fields claims) {
        String nonce = claims.requiredText("jti");
        if (nonce.length() < 16 || nonce.length() > 64) {
            claims.fail("jti", "It has 16 to 64 characters.");
        }
        return nonce;
    }

    static Instant seconds(Fields claims, String name) {
        BigDecimal seconds = claims.amount(name);
        if (seconds == null || seconds.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            claims.fail(name, "It is no time in seconds.");
            return Instant.EPOCH;
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }

    static int number(Fields claims, String name) {
        Integer number = claims.integer(name, 1, Integer.MAX_VALUE);
        if (number == null) {
            claims.fail(name, "It is no number from 1 on.");
            return 1;
        }
        return number;
    }

    static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text.length() <= 40 ? text : "");
        if (number.signum() < 0 || number.precision() > 30 || Math.abs(number.scale()) > 30) {
            throw new IllegalArgumentException("Not a number of at most 30 digits.");
        }
        return number;
    }

    static Map<String, String> texts(Fields claims, String name) {
        Map<String, String> texts = new TreeMap<>();
        Fields parts = claims.object(name);
        if (parts != null) {
            parts.names().forEach(each -> texts.put(each, parts.requiredText(each)));
        }
        return texts;
    }
}
