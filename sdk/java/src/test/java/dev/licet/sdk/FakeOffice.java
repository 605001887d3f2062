package dev.licet.sdk;

import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.RevocationList;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.KeyStatement;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.MlDsa65;
import dev.licet.core.token.Signatory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a server gives out to be carried, with real signatures, for the licence of a {@link FakeLicense}. */
final class FakeOffice {

    final FakeLicense license;
    final SigningKey root = new SigningKey();
    SigningKey signing;
    private final KeyPair quantum;
    private int sequence;

    FakeOffice(FakeLicense license) {
        this.license = license;
        this.signing = license.signing;
        try {
            quantum = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a file for the tests' device that lasts 30 days. */
    Map<String, @Nullable Object> claims() {
        Map<String, @Nullable Object> claims =
                license.claims(new FakeServer.Asked("POST", "/v1/files", Map.of(), Map.of()));
        claims.put("jti", "file_" + UUID.randomUUID());
        claims.put("exp", license.clock.instant().plus(Duration.ofDays(30)).getEpochSecond());
        return claims;
    }

    /** The same with some claims changed; null takes one away. */
    Map<String, @Nullable Object> claims(String name, @Nullable Object value) {
        Map<String, @Nullable Object> claims = claims();
        claims.put(name, value);
        if (name.equals("device")) {
            claims.remove("components");
        }
        claims.values().removeIf(java.util.Objects::isNull);
        return claims;
    }

    String file() {
        return file(claims());
    }

    String file(Map<String, @Nullable Object> claims) {
        return LicenseFile.write(LicenseToken.read(claims), List.of(classic()));
    }

    String hybrid() {
        return LicenseFile.write(LicenseToken.read(claims()), List.of(classic(), quantum()));
    }

    String encrypted(String key) {
        return LicenseFile.encrypt(
                LicenseToken.read(claims()), List.of(classic()), LicenseKey.parse(key), new SecureRandom());
    }

    String revocations(Map<String, RevocationList.Reason> licenses, Map<String, RevocationList.Reason> files) {
        Instant now = license.clock.instant();
        return new RevocationList(
                        "https://licence.example.com",
                        "notes",
                        now,
                        now.plus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(7)),
                        licenses,
                        files)
                .write(List.of(classic()));
    }

    /** The root's word on the key that signs now, besides which it takes some back. */
    String statement(String... removed) {
        return statement(root, List.of(), removed);
    }

    String statement(SigningKey by, List<String> successions, String... removed) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://licence.example.com");
        claims.put("seq", ++sequence);
        claims.put("iat", license.clock.instant().getEpochSecond());
        claims.put("exp", license.clock.instant().plus(Duration.ofDays(30)).getEpochSecond());
        claims.put("keys", List.of(jwk(signing), quantumJwk()));
        claims.put("removed", List.of(removed));
        return KeyStatement.write(claims, signatory(by), successions);
    }

    /** What a root says of the one that takes its place. */
    static String succession(SigningKey root, SigningKey next) {
        return root.sign(
                Map.of("alg", "EdDSA", "typ", KeyStatement.SUCCESSION, "kid", root.kid()),
                Map.of("iss", "https://licence.example.com", "iat", 1, "keys", List.of(jwk(next))));
    }

    String jwks() {
        return dev.licet.core.json.Json.write(Map.of("keys", List.of(jwk(signing), quantumJwk())));
    }

    String quantumKid() {
        return MlDsa65.thumbprint(MlDsa65.raw(quantum.getPublic()));
    }

    private Signatory classic() {
        return signatory(signing);
    }

    private Signatory quantum() {
        return new Signatory("ML-DSA-65", quantumKid(), bytes -> sign("ML-DSA-65", quantum.getPrivate(), bytes));
    }

    private static Signatory signatory(SigningKey key) {
        return new Signatory("EdDSA", key.kid(), key::signature);
    }

    private static Map<String, Object> jwk(SigningKey key) {
        return Map.of("kty", "OKP", "crv", "Ed25519", "alg", "EdDSA", "kid", key.kid(), "x", text(key.raw()));
    }

    private Map<String, Object> quantumJwk() {
        byte[] raw = MlDsa65.raw(quantum.getPublic());
        return Map.of("kty", "AKP", "alg", "ML-DSA-65", "kid", MlDsa65.thumbprint(raw), "pub", text(raw));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sign(String algorithm, PrivateKey key, byte[] bytes) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
