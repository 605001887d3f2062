package dev.licet.core.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claims of which every signature is good.
 *
 * @param claims what was signed
 * @param algorithms by which, in the order of the signatures
 * @param header the header of the first signature
 */
public record Signed(
        Map<String, @Nullable Object> claims, List<String> algorithms, Map<String, @Nullable Object> header) {
    /**
     * Signs: in compact form for one signatory, in JSON form for several.
     *
     * @param type what it is, for the header's {@code typ}; a verifier asks for it, so that nothing is taken for something else
     */
    public static String write(String type, Map<String, ? extends @Nullable Object> claims, List<Signatory> by) {
        Signatory first = by.get(0);
        return by.size() == 1
                ? Jws.sign(JwsJson.header(type, first), claims, first.signer())
                : JwsJson.sign(type, claims, by);
    }

    /**
     * Verifies every signature that is there. What a header says only chooses among the keys, and each key is for one algorithm.
     *
     * @param type what it has to be
     * @param keys those that are trusted, by key id
     * @throws InvalidToken when it is something else, or one signature is bad or by a key that is not trusted
     * @throws MissingAlgorithm when this Java cannot verify one of them
     */
    public static Signed verify(String text, String type, Map<String, ? extends SignatureVerifier> keys) {
        return verify(text, type, keys, Jws.MAX_LENGTH);
    }

    /** The same for what may be longer than a million characters. */
    public static Signed verify(String text, String type, Map<String, ? extends SignatureVerifier> keys, int longest) {
        List<Jws> all = Jws.parseAll(text, longest);
        List<String> algorithms = new ArrayList<>();
        for (Jws each : all) {
            algorithms.add(algorithm(each, type, keys, algorithms));
        }
        for (Jws each : all) {
            if (!key(each, keys).verify(each.signedBytes(), each.signatureBytes())) {
                throw new InvalidToken("A signature is wrong: it was altered, or is not from this server.");
            }
        }
        return new Signed(
                all.get(0).claims(), List.copyOf(algorithms), all.get(0).header());
    }

    private static String algorithm(
            Jws jws, String type, Map<String, ? extends SignatureVerifier> keys, List<String> before) {
        if (!type.equals(jws.header().get("typ"))) {
            throw new InvalidToken("It is signed as something else than " + type + ".");
        }
        if (jws.header().containsKey("crit")) {
            throw new InvalidToken("It asks for something that is not understood here.");
        }
        String algorithm = key(jws, keys).algorithm();
        if (!algorithm.equals(jws.header().get("alg"))) {
            throw new InvalidToken("It is signed by another algorithm than its key is for.");
        }
        if (before.contains(algorithm)) {
            throw new InvalidToken("It has two signatures by the same algorithm.");
        }
        return algorithm;
    }

    private static SignatureVerifier key(Jws jws, Map<String, ? extends SignatureVerifier> keys) {
        SignatureVerifier key = jws.header().get("kid") instanceof String kid ? keys.get(kid) : null;
        if (key == null) {
            throw new InvalidToken("It is signed by a key that is not trusted here.");
        }
        return key;
    }
}
