package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.file.InvalidFile;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.core.token.KeySet;
import dev.licet.core.token.KeyStatement;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.token.Signed;
import dev.licet.testing.Answer;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys come and go, and no program that works today stops for it. */
class KeyRotationTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestServer server = TestServer.on(database, Map.of());
    private final Vendor vendor = new Vendor(server.http());
    private final Papers papers = new Papers(vendor);
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of("offlineTtl", "P7D")));

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer rotate(String overlap) {
        return vendor.api.post("/v1/signing-keys", Map.of("overlap", overlap));
    }

    private String token() {
        return vendor.validate(license).text("/token");
    }

    private static String kid(String token) {
        return String.valueOf(Jws.parse(token).header().get("kid"));
    }

    private boolean verifies(String token) {
        try {
            return Signed.verify(token, "license+jwt", papers.keys().keys()) != null;
        } catch (InvalidToken e) {
            return false;
        }
    }

    private String state(String kid) {
        for (Object each : vendor.api.get("/v1/signing-keys").expect(200).list("/data")) {
            if (kid.equals(((Map<?, ?>) each).get("kid"))) {
                return String.valueOf(((Map<?, ?>) each).get("state"));
            }
        }
        return "unknown";
    }

    private Set<String> published() {
        return papers.keys().keys().keySet();
    }

    private List<String> events(String kid) {
        return vendor.api.get("/v1/events?subject=" + kid).expect(200).list("/data").stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("type")))
                .toList();
    }

    @Test
    void aNewKeyIsKnownBeforeItSignsAndTheOldOneUntilAllItSignedHasEnded() {
        String before = token();
        String next = rotate("P2D").expect(201).text("/kid");
        assertThat(state(next)).isEqualTo("announced");
        assertThat(published()).contains(next, kid(before));
        assertThat(kid(token())).isEqualTo(kid(before));

        vendor.clock.advance("P2D");
        String after = token();
        assertThat(kid(after)).isEqualTo(next);
        assertThat(state(kid(before))).isEqualTo("retired");
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        assertThat(events(next)).containsExactly("signing_key.activated", "signing_key.announced");
        assertThat(events(kid(before))).containsExactly("signing_key.retired");

        // The last token that the old key signed is good for a week, and keys are kept to the end of a day.
        vendor.clock.advance("P4D");
        assertThat(published()).contains(kid(before));
        vendor.clock.advance("P3D");
        assertThat(published()).contains(next).doesNotContain(kid(before));
        assertThat(kid(token())).isEqualTo(next);
    }

    @Test
    void aFileKeepsItsKeyPublishedForAsLongAsItIsGood() {
        var airGapped = vendor.issue(vendor.plan("air", Map.of("airGapTtl", "P1Y")));
        Answer answer = papers.file(
                        airGapped, Map.of("device", Vendor.device("f1"), "algorithms", List.of("EdDSA", "ML-DSA-65")))
                .expect(201);
        rotate("PT0S").expect(201);
        vendor.api
                .post("/v1/signing-keys", Map.of("overlap", "PT0S", "algorithm", "ML-DSA-65"))
                .expect(201);
        vendor.clock.advance("P360D");
        assertThat(papers.verifier("EdDSA", "ML-DSA-65").verify(answer.text("/file")))
                .isNotNull();
        vendor.clock.advance("P8D");
        assertThatThrownBy(() -> papers.carried(answer)).isInstanceOf(InvalidFile.class);
    }

    @Test
    void oneRotationAtATime() {
        rotate("P2D").expect(201);
        rotate("P2D").problem(409, "ROTATION_UNDER_WAY");
        rotate("P2Y").invalid("/overlap");
        vendor.api.post("/v1/signing-keys", Map.of("algorithm", "none")).invalid("/algorithm");
        vendor.program.post("/v1/signing-keys", Map.of()).problem(401, "UNAUTHORIZED");
    }

    @Test
    void aStolenKeyIsGoneAtOnceAndAnotherSigns() {
        String before = token();
        Answer removed = vendor.api
                .put("/v1/signing-keys/" + kid(before) + "/removal", Map.of("reason", "on a lost laptop"))
                .expect(200);
        assertThat(removed.text("/state")).isEqualTo("removed");
        String after = token();
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(verifies(after)).isTrue();
        assertThat(verifies(before)).isFalse();
        assertThat(statement(pinned()).removed()).containsExactly(kid(before));
        assertThat(events(kid(before))).containsExactly("signing_key.removed");
        vendor.api.put("/v1/signing-keys/" + kid(after) + "/removal", Map.of()).invalid("/reason");
        vendor.api
                .put("/v1/signing-keys/nonsense/removal", Map.of("reason", "r"))
                .problem(404, "NOT_FOUND");
    }

    @Test
    void anAnnouncedKeyTakesThePlaceOfAStolenOne() {
        String next = rotate("P9D").expect(201).text("/kid");
        vendor.api
                .put("/v1/signing-keys/" + kid(token()) + "/removal", Map.of("reason", "r"))
                .expect(200);
        assertThat(kid(token())).isEqualTo(next);
    }

    private Map<String, SignatureVerifier> pinned() {
        Answer roots = vendor.api.get("/v1/signing-roots").expect(200);
        byte[] raw = Base64.getUrlDecoder().decode(roots.text("/data/0/x"));
        return Map.of(roots.text("/data/0/kid"), Ed25519.verifier(Ed25519.publicKey(raw)));
    }

    private KeyStatement statement(Map<String, SignatureVerifier> roots) {
        return KeyStatement.verify(text(), roots, vendor.clock.now());
    }

    private String text() {
        return vendor.program.get("/.well-known/license-keys").expect(200).body();
    }

    @Test
    void whoKnowsTheRootTrustsNextYearsKeys() {
        Map<String, SignatureVerifier> root = pinned();
        KeyStatement first = statement(root);
        assertThat(first.keys().keys().keySet()).isEqualTo(published());
        for (int i = 0; i < 3; i++) {
            rotate("P7D").expect(201);
            vendor.clock.advance("P120D");
        }
        KeyStatement later = statement(root);
        assertThat(later.sequence()).isGreaterThan(first.sequence());
        assertThat(later.keys().keys()).containsKey(kid(token()));
        assertThat(first.keys().keys()).doesNotContainKey(kid(token()));
        assertThat(Signed.verify(token(), "license+jwt", later.keys().keys())).isNotNull();
    }

    @Test
    void whoKnowsTheFirstRootFollowsToTheThird() {
        Map<String, SignatureVerifier> first = pinned();
        vendor.api.post("/v1/signing-roots", Map.of()).expect(201);
        Map<String, SignatureVerifier> second = pinned();
        String third =
                vendor.api.post("/v1/signing-roots", Map.of()).expect(201).text("/kid");
        for (Map<String, SignatureVerifier> root : List.of(first, second, pinned())) {
            assertThat(statement(root).root()).isEqualTo(third);
        }
        Map<String, SignatureVerifier> stranger =
                Map.of("x", first.values().iterator().next());
        assertThatThrownBy(() -> statement(stranger)).isInstanceOf(InvalidToken.class);
        assertThat(events(third)).containsExactly("signing_root.replaced");
    }

    @Test
    void anOldStatementIsNotTakenIn() {
        Map<String, SignatureVerifier> root = pinned();
        String old = text();
        vendor.clock.advance("P31D");
        assertThatThrownBy(() -> KeyStatement.verify(old, root, vendor.clock.now()))
                .isInstanceOf(InvalidToken.class);
        assertThat(statement(root)).isNotNull();
    }

    @Test
    void theRootSignsNothingElseAndIsNoSigningKey() {
        String root = pinned().keySet().iterator().next();
        assertThat(published()).doesNotContain(root);
        assertThat(KeySet.read(Jws.parse(text()).claims()).keys()).doesNotContainKey(root);
    }

    @Test
    void anotherNodeSignsWithTheNewKeyWithinASecondOrSo() {
        try (TestServer other = TestServer.on(database, Map.of())) {
            Vendor there = new Vendor(other.http());
            assertThat(kid(there.validate(license).text("/token"))).isEqualTo(kid(token()));
            String next = rotate("PT0S").expect(201).text("/kid");
            assertThat(kid(token())).isEqualTo(next);
            Instant patience = Instant.now().plus(Duration.ofSeconds(3));
            String seen = "";
            while (!seen.equals(next) && Instant.now().isBefore(patience)) {
                seen = kid(there.validate(license).text("/token"));
            }
            assertThat(seen).isEqualTo(next);
        }
    }
}
