package dev.licet.core.file;

import dev.licet.core.decision.Code;
import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.json.Fields;
import dev.licet.core.json.InvalidFields;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.MissingAlgorithm;
import dev.licet.core.token.Signatory;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.token.Signed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a product was taken back and has not ended yet: a JWS that programs read which are rarely, or never, in touch with the server.
 *
 * @param issuer the server's public address
 * @param product the code of the product
 * @param issuedAt when it was signed, in whole seconds; a program keeps the latest it has seen
 * @param nextUpdate when there is a newer one at the latest
 * @param expiresAt its end, excluded: from then on it says nothing any more
 * @param licenses the licences that are revoked or suspended, by id
 * @param files the licence files that no longer count, by id
 */
public record RevocationList(
        String issuer,
        String product,
        Instant issuedAt,
        Instant nextUpdate,
        Instant expiresAt,
        Map<String, Reason> licenses,
        Map<String, Reason> files) {
    /** The {@code typ} of the list. */
    public static final String TYPE = "license-revocations+jwt";

    /** A million licences and more. */
    private static final int MAX_LENGTH = 1 << 26;

    /** Why something is on the list. */
    public enum Reason {
        /** Taken back for good. */
        REVOKED(Code.REVOKED),
        /** Stopped for the time being. */
        SUSPENDED(Code.SUSPENDED),
        /** Of a file: its device holds no place any more. */
        DEVICE_RELEASED(Code.DEVICE_NOT_ACTIVATED),
        /** Of a file: its user has no seat any more. */
        SEAT_FREED(Code.USER_NOT_ASSIGNED);

        private final Code code;

        Reason(Code code) {
            this.code = code;
        }

        /** What a program is refused with for it. */
        public Code code() {
            return code;
        }
    }

    public RevocationList {
        licenses = Map.copyOf(licenses);
        files = Map.copyOf(files);
    }

    /** Signs the list. */
    public String write(List<Signatory> by) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", product);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("next", nextUpdate.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("licenses", words(licenses));
        claims.put("files", words(files));
        return Signed.write(TYPE, claims, by);
    }

    /**
     * Verifies a list for a product.
     *
     * @throws InvalidFile when it is not signed by one of the keys, is no such list or is one for another product
     */
    public static RevocationList verify(String text, Map<String, ? extends SignatureVerifier> keys, String product) {
        try {
            RevocationList list = read(Signed.verify(text.strip(), TYPE, keys, MAX_LENGTH));
            if (!list.product().equals(product)) {
                throw new InvalidFile(Fault.FILE_UNTRUSTED, "It is for the product " + list.product() + ".");
            }
            return list;
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_UNTRUSTED, String.valueOf(e.getMessage()), e);
        } catch (MissingAlgorithm e) {
            throw new InvalidFile(Fault.FILE_UNSUPPORTED, String.valueOf(e.getMessage()), e);
        }
    }

    /** Why a licence or the file at hand no longer counts; null when the list says nothing of either. */
    public @Nullable Reason of(LicenseToken grant) {
        Reason license = licenses.get(grant.license());
        return license == null ? files.get(grant.id()) : license;
    }

    /** Whether it still says something. */
    public boolean isFresh(Instant now) {
        return now.isBefore(expiresAt);
    }

    private static Map<String, String> words(Map<String, Reason> reasons) {
        Map<String, String> words = new TreeMap<>();
        reasons.forEach((id, reason) -> words.put(id, Fields.camelCase(reason)));
        return words;
    }

    private static RevocationList read(Signed signed) {
        Fields claims = Fields.open(signed.claims());
        RevocationList list = new RevocationList(
                claims.requiredText("iss"),
                claims.requiredText("aud"),
                OfflineClaims.seconds(claims, "iat"),
                OfflineClaims.seconds(claims, "next"),
                OfflineClaims.seconds(claims, "exp"),
                reasons(claims, "licenses"),
                reasons(claims, "files"));
        try {
            claims.done();
        } catch (InvalidFields e) {
            throw new InvalidToken("The list is bad. " + e.getMessage(), e);
        }
        return list;
    }

    private static Map<String, Reason> reasons(Fields claims, String name) {
        Map<String, Reason> reasons = new TreeMap<>();
        Fields ids = claims.object(name);
        if (ids == null) {
            claims.fail(name, "It is missing.");
            return reasons;
        }
        for (String id : ids.names()) {
            // A reason from a newer server is one for no all the same.
            reasons.put(
                    id,
                    java.util.Arrays.stream(Reason.values())
                            .filter(reason -> Fields.camelCase(reason).equals(ids.any(id)))
                            .findFirst()
                            .orElse(Reason.REVOKED));
        }
        return reasons;
    }
}
