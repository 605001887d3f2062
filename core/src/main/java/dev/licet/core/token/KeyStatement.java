package dev.licet.core.token;

import dev.licet.core.json.Fields;
import dev.licet.core.json.InvalidFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a root key says of the keys that sign tokens and files: a compact JWS whose claims are a key set. A program that knows the root
 * by heart trusts keys that were made long after it.
 *
 * @param issuer the server's public address
 * @param sequence grows with each change of the set: a program never goes back to a lower one
 * @param issuedAt when it was signed, in whole seconds
 * @param expiresAt its end, excluded: a statement older than that is not to be taken in, but what was taken in stays known
 * @param keys the keys that are in force
 * @param removed ids of keys that are not to be trusted any more, whatever was said earlier
 * @param root the id of the root key that signed it
 */
public record KeyStatement(
        String issuer,
        long sequence,
        Instant issuedAt,
        Instant expiresAt,
        KeySet keys,
        Set<String> removed,
        String root) {
    /** The {@code typ} of a statement. */
    public static final String TYPE = "license-keys+jwt";

    /** The {@code typ} of what a root says of the one that takes its place. */
    public static final String SUCCESSION = "license-root+jwt";

    /** The header member that holds the successions, the oldest first. */
    public static final String ROOTS = "roots";

    private static final int MOST_ROOTS = 64;

    public KeyStatement {
        removed = Set.copyOf(removed);
    }

    /**
     * Signs a statement.
     *
     * @param claims {@code iss, seq, iat, exp, keys, removed}
     * @param root by which
     * @param successions how it came to be the root, the oldest first; empty for the first root
     */
    public static String write(
            Map<String, ? extends @Nullable Object> claims, Signatory root, List<String> successions) {
        Map<String, @Nullable Object> header = JwsJson.header(TYPE, root);
        if (!successions.isEmpty()) {
            header.put(ROOTS, successions);
        }
        return Jws.sign(header, claims, root.signer());
    }

    /**
     * Verifies a statement by a root that is known, or by one that took its place.
     *
     * @param roots those that the program knows by heart, by key id
     * @param now the time by which it must not have ended
     * @throws InvalidToken when it is not to be taken in
     */
    public static KeyStatement verify(String text, Map<String, ? extends SignatureVerifier> roots, Instant now) {
        Map<String, SignatureVerifier> trusted = new LinkedHashMap<>(roots);
        for (String succession : successions(Jws.parse(text))) {
            follow(succession, trusted);
        }
        Signed signed = Signed.verify(text, TYPE, trusted);
        KeyStatement statement = read(signed);
        if (!now.isBefore(statement.expiresAt())) {
            throw new InvalidToken("The statement of keys ended at " + statement.expiresAt() + ": fetch a new one.");
        }
        return statement;
    }

    private static List<String> successions(Jws statement) {
        List<String> texts = new ArrayList<>();
        if (statement.header().get(ROOTS) instanceof List<?> list && list.size() <= MOST_ROOTS) {
            for (Object each : list) {
                if (each instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** A root that was replaced signs nothing any more but the word of its successor. One before those known says nothing here. */
    private static void follow(String succession, Map<String, SignatureVerifier> trusted) {
        if (!trusted.containsKey(String.valueOf(Jws.parse(succession).header().get("kid")))) {
            return;
        }
        Signed signed = Signed.verify(succession, SUCCESSION, trusted);
        KeySet next = keys(signed.claims());
        if (next.keys().size() != 1) {
            throw new InvalidToken("A root names one successor.");
        }
        trusted.remove(String.valueOf(signed.header().get("kid")));
        trusted.putAll(next.keys());
    }

    private static KeyStatement read(Signed signed) {
        Fields claims = Fields.open(signed.claims());
        KeyStatement statement = new KeyStatement(
                claims.requiredText("iss"),
                number(claims, "seq"),
                Instant.ofEpochSecond(number(claims, "iat")),
                Instant.ofEpochSecond(number(claims, "exp")),
                keys(signed.claims()),
                new TreeSet<>(claims.texts("removed")),
                String.valueOf(signed.header().get("kid")));
        try {
            claims.done();
        } catch (InvalidFields e) {
            throw new InvalidToken("The statement of keys is bad. " + e.getMessage(), e);
        }
        return statement;
    }

    private static KeySet keys(Map<String, ? extends @Nullable Object> claims) {
        try {
            return KeySet.read(claims);
        } catch (IllegalArgumentException e) {
            throw new InvalidToken(String.valueOf(e.getMessage()), e);
        }
    }

    private static long number(Fields claims, String name) {
        BigDecimal number = claims.amount(name);
        if (number == null || number.compareTo(BigDecimal.valueOf(253402300799L)) > 0) {
            claims.fail(name, "It is no whole number, or no time.");
            return 0;
        }
        return number.longValue();
    }
}
