package dev.licet.licensing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.licet.core.file.Armor;
import dev.licet.core.file.InvalidFile;
import dev.licet.core.key.LicenseKey;
import dev.licet.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAParameters;
import org.junit.jupiter.api.Test;

/** Files are signed, and encrypted for who wants that; libraries of others verify and read them. */
class R25_FilesAreProtectedTest {
    private static final int FLIPS = Integer.getInteger("flips", 150);
    private static final String HYBRID = "ML-DSA-65";

    private final Vendor vendor = Vendor.onSharedServer();
    private final Papers papers = new Papers(vendor);
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of("offlineTtl", "P7D")));
    private final Map<String, Object> device = Vendor.device("f1");

    private String file(Map<String, ?> more) {
        return papers.file(license, more).expect(201).text("/file");
    }

    private OctetKeyPair publicKey(String kid) throws Exception {
        JWKSet keys = JWKSet.parse(
                vendor.program.get("/.well-known/jwks.json").expect(200).body());
        return (OctetKeyPair) keys.getKeyByKeyId(kid);
    }

    @Test
    void R25_aSignedFileIsVerifiedByLibrariesOfOthers() throws Exception {
        SignedJWT jwt = SignedJWT.parse(Armor.LICENSE_FILE.read(file(Map.of("user", "ada@example.com"))));
        OctetKeyPair key = publicKey(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new Ed25519Verifier(key))).isTrue();
        new Ed25519Verify(key.getDecodedX()).verify(jwt.getSignature().decode(), jwt.getSigningInput());
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(license.id());
        assertThat(jwt.getJWTClaimsSet().getStringClaim("user")).isEqualTo("ada@example.com");
    }

    @Test
    void R25_anEncryptedFileIsReadByALibraryOfOthersThatHasTheKey() throws Exception {
        String content = Armor.LICENSE_FILE.read(file(Map.of("device", device, "encrypt", true)));
        assertThat(content).doesNotContain(license.id());
        JWEObject jwe = JWEObject.parse(content);
        jwe.decrypt(new DirectDecrypter(contentKey(jwe.getHeader().getKeyID())));
        SignedJWT jwt = jwe.getPayload().toSignedJWT();
        assertThat(jwt.verify(new Ed25519Verifier(publicKey(jwt.getHeader().getKeyID()))))
                .isTrue();
        assertThat(jwt.getJWTClaimsSet().getJWTID()).isEqualTo(jwe.getHeader().getKeyID());
    }

    /** As docs/domain/licensing-offline.md says it, with Java's own HKDF. */
    private SecretKey contentKey(String file) throws Exception {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addSalt(file.getBytes(UTF_8))
                                .addIKM(LicenseKey.parse(license.key()).body().getBytes(US_ASCII))
                                .thenExpand("licet license file content\nf1".getBytes(UTF_8), 32));
    }

    @Test
    void R25_bothSignaturesOfAHybridFileAreVerifiedByLibrariesOfOthers() throws Exception {
        String content = Armor.LICENSE_FILE.read(file(Map.of("algorithms", List.of("EdDSA", HYBRID))));
        JWSObjectJSON jws = JWSObjectJSON.parse(content);
        assertThat(jws.getSignatures()).hasSize(2);
        JWSObjectJSON.Signature classic = jws.getSignatures().get(0);
        assertThat(classic.verify(
                        new Ed25519Verifier(publicKey(classic.getHeader().getKeyID()))))
                .isTrue();
        JWSObjectJSON.Signature quantum = jws.getSignatures().get(1);
        assertThat(quantum.getHeader().getAlgorithm().getName()).isEqualTo(HYBRID);
        assertThat(verifiedByBouncyCastle(quantum, content)).isTrue();
    }

    private boolean verifiedByBouncyCastle(JWSObjectJSON.Signature signature, String content) {
        Answer keys = vendor.program.get("/.well-known/jwks.json").expect(200);
        Map<?, ?> jwk = keys.list("/keys").stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> signature.getHeader().getKeyID().equals(each.get("kid")))
                .findFirst()
                .orElseThrow();
        assertThat(jwk.get("kty")).isEqualTo("AKP");
        byte[] pub = Base64.getUrlDecoder().decode(String.valueOf(jwk.get("pub")));
        var signer = new org.bouncycastle.pqc.crypto.mldsa.MLDSASigner();
        signer.init(
                false, new org.bouncycastle.pqc.crypto.mldsa.MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, pub));
        byte[] input = (signature.getHeader().toBase64URL() + "." + payload(content)).getBytes(US_ASCII);
        signer.update(input, 0, input.length);
        return signer.verifySignature(signature.getSignature().decode());
    }

    private static String payload(String content) {
        return String.valueOf(dev.licet.core.json.Json.parseObject(content).get("payload"));
    }

    @Test
    void R25_aHybridFileIsGoodOnlyWithBothSignatures() {
        String hybrid = file(Map.of("algorithms", List.of("EdDSA", HYBRID)));
        assertThat(papers.verifier("EdDSA", HYBRID).verify(hybrid).algorithms()).containsExactly("EdDSA", HYBRID);
        assertThatThrownBy(() -> papers.verifier("EdDSA", HYBRID).verify(file(Map.of())))
                .isInstanceOf(InvalidFile.class);
    }

    @Test
    void R25_oneFlippedBitIsRefused() {
        LicenseKey key = LicenseKey.parse(license.key());
        var verifier = papers.verifier("EdDSA");
        flip(file(Map.of()), text -> verifier.verify(text));
        flip(file(Map.of("device", device, "encrypt", true)), text -> verifier.verify(text, key, "f1"));
        flip(file(Map.of("algorithms", List.of("EdDSA", HYBRID))), text -> verifier.verify(text));
    }

    private static void flip(String text, Consumer<String> verifier) {
        verifier.accept(text);
        Random random = new Random(25);
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * text.length());
            byte[] altered = text.getBytes(StandardCharsets.ISO_8859_1);
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> verifier.accept(new String(altered, StandardCharsets.ISO_8859_1)))
                    .as("bit " + bit)
                    .isInstanceOf(InvalidFile.class);
        }
    }
}
