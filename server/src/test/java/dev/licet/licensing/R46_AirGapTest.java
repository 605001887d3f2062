package dev.licet.licensing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.token.Ed25519;
import dev.licet.core.token.KeyStatement;
import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A machine that never sees a network gets a place by a request that is carried out and a file that is carried in. */
class R46_AirGapTest {
    private final Vendor vendor = Vendor.onMovingServer().feature("export", "switch");
    private final Papers papers = new Papers(vendor);
    private final String plan =
            vendor.plan("lab", Map.of("devices", 2, "offlineTtl", "P7D", "airGapTtl", "P1Y"), Map.of("export", true));
    private final Vendor.Issued license = vendor.issue(plan);

    private AirGapped machine(String fingerprint) {
        return new AirGapped(vendor, license, fingerprint);
    }

    private int places() {
        return vendor.api
                .get(Vendor.path(license, "/devices"))
                .expect(200)
                .list("/data")
                .size();
    }

    @Test
    void R46_aRequestIsAnsweredByAFileThatIsGoodThere() {
        String request = machine("f1").request("nonce-0123456789", null);
        assertThat(request).startsWith("-----BEGIN ACTIVATION REQUEST-----").doesNotContain(license.key());
        Answer answer = machine("f1").carry(request).expect(201);

        LicenseFile file = papers.verifier("EdDSA").verify(answer.text("/file/file"));
        Device here = new Device("f1", Map.of("machineId", "m-f1"));
        Question question = new Question(vendor.product, here, null, null, List.of("export"));
        Papers.expect(file, question, vendor.clock.now(), Code.VALID);
        Device elsewhere = new Device("f2", Map.of("machineId", "m-f2"));
        Question other = new Question(vendor.product, elsewhere, null, null, List.of());
        Papers.expect(file, other, vendor.clock.now(), Code.DEVICE_NOT_ACTIVATED);
        assertThat(file.grant().nonce()).isEqualTo("nonce-0123456789");
        assertThat(file.grant().expiresAt()).isAfter(vendor.clock.now().plusSeconds(360 * 86400L));
        assertThat(places()).isEqualTo(1);
        assertThat(vendor.history(license)).contains("device.activated", "file.issued");
    }

    @Test
    void R46_theAnswerBringsTheKeysAlong() {
        Answer answer = machine("f1").carry(machine("f1").request()).expect(201);
        Answer roots = vendor.api.get("/v1/signing-roots").expect(200);
        var root = Ed25519.publicKey(Base64.getUrlDecoder().decode(roots.text("/data/0/x")));
        KeyStatement keys = KeyStatement.verify(
                answer.text("/keys"), Map.of(roots.text("/data/0/kid"), Ed25519.verifier(root)), vendor.clock.now());
        assertThat(new dev.licet.core.file.LicenseFileVerifier(keys.keys().keys(), java.util.Set.of("EdDSA"))
                        .verify(answer.text("/file/file")))
                .isNotNull();
    }

    @Test
    void R46_theSameRequestIsAnsweredByTheSamePlace() {
        String request = machine("f1").request();
        Answer first = machine("f1").carry(request).expect(201);
        Answer again = machine("f1").carry(request).expect(200);
        assertThat(again.text("/device")).isEqualTo(first.text("/device"));
        assertThat(again.text("/file/id")).isNotEqualTo(first.text("/file/id"));
        assertThat(places()).isEqualTo(1);
        Answer anew = machine("f1").carry(machine("f1").request()).expect(200);
        assertThat(anew.text("/device")).isEqualTo(first.text("/device"));
    }

    @Test
    void R46_placesAreExact() {
        machine("f1").carry(machine("f1").request()).expect(201);
        vendor.activated(license, "online");
        Answer full = machine("f3").carry(machine("f3").request()).problem(409, "DEVICE_LIMIT_REACHED");
        assertThat(full.list("/devices")).hasSize(2);
        assertThat(places()).isEqualTo(2);
    }

    @Test
    void R46_placesAreExactHoweverManyAskAtOnce() {
        vendor.override(license, Map.of("devices", 3));
        List<Integer> answers = Together.call(
                24, n -> machine("f" + n).carry(machine("f" + n).request()).status());
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(places()).isEqualTo(3);
    }

    @Test
    void R46_theSameRequestTakesOnePlaceHoweverOftenItIsBroughtAtOnce() {
        String request = machine("f1").request();
        List<String> devices =
                Together.call(12, n -> machine("f1").carry(request).text("/device"));
        assertThat(devices).containsOnly(devices.getFirst());
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void R46_textInTextOut() {
        Answer answer = vendor.program
                .with("Accept", "text/plain")
                .send(
                        "POST",
                        "/v1/offline/activations",
                        "text/plain",
                        machine("f1").request().getBytes(ISO_8859_1))
                .expect(201);
        assertThat(papers.verifier("EdDSA").verify(answer.body()).grant().license())
                .isEqualTo(license.id());
    }

    @Test
    void R46_theAnswerMayBeHybridAndEncrypted() {
        Answer answer = vendor.program
                .post(
                        "/v1/offline/activations",
                        Map.of(
                                "request",
                                machine("f1").request(),
                                "encrypt",
                                true,
                                "ttl",
                                "P30D",
                                "algorithms",
                                List.of("EdDSA", "ML-DSA-65")))
                .expect(201);
        LicenseFile file = papers.verifier("EdDSA", "ML-DSA-65")
                .verify(answer.text("/file/file"), dev.licet.core.key.LicenseKey.parse(license.key()), "f1");
        assertThat(file.grant().expiresAt()).isBefore(vendor.clock.now().plusSeconds(31 * 86400L));
    }

    @Test
    void R46_oneFlippedBitOfARequestIsRefused() {
        String request = machine("f1").request();
        Random random = new Random(46);
        for (int i = 0; i < Integer.getInteger("flips", 150); i++) {
            byte[] altered = request.getBytes(ISO_8859_1);
            int bit = random.nextInt(7 * altered.length);
            altered[bit / 7] ^= (byte) (1 << (bit % 7));
            Answer answer = vendor.program.send("POST", "/v1/offline/activations", "text/plain", altered);
            assertThat(answer.status()).as("bit %s: %s", bit, answer).isIn(404, 422);
        }
        assertThat(places()).isZero();
    }

    @Test
    void R46_whoHasAnotherKeyGetsNothing() {
        Vendor.Issued other = vendor.issue(plan);
        String request = machine("f1").request();
        String key = vendor.api
                .post(Vendor.path(license, "/key"), Map.of())
                .expect(201)
                .text("/key");
        machine("f1").carry(request).problem(404, "NOT_FOUND");
        var renewed = new AirGapped(vendor, new Vendor.Issued(license.id(), key, license.answer()), "f1");
        renewed.carry(renewed.request()).expect(201);
        assertThat(new AirGapped(vendor, other, "f1").request()).isNotEqualTo(request);
        vendor.program.post("/v1/offline/activations", Map.of()).invalid("/request");
        vendor.program.post("/v1/offline/activations", Map.of("request", "x")).problem(422, "FILE_MALFORMED");
    }

    @Test
    void R46_aLicenceThatWasRevokedGivesNoPlace() {
        vendor.put(license, "revocation", Map.of("reason", "r")).expect(200);
        machine("f1").carry(machine("f1").request()).problem(409, "REVOKED");
    }

    @Test
    void R46_aNamedUserNeedsTheSeat() {
        var named = vendor.issue(
                vendor.plan("named", Map.of("users", 1, "devices", 1)), Map.of("users", List.of("ada@example.com")));
        var machine = new AirGapped(vendor, named, "f1");
        machine.carry(machine.request()).problem(409, "USER_REQUIRED");
        Answer answer = machine.carry(machine.request(Vendor.unique("n"), "ada@example.com"))
                .expect(201);
        assertThat(answer.text("/file/user")).isEqualTo("ada@example.com");
    }

    @Test
    void R46_aProofFreesThePlaceOnce() {
        String request = machine("f1").request();
        Answer first = machine("f1").carry(request).expect(201);
        String proof = machine("f1").proof(first.text("/file/id"));
        Answer freed = machine("f1").giveUp(proof).expect(200);
        assertThat(freed.at("/freed")).isEqualTo(true);
        assertThat(freed.text("/device")).isEqualTo(first.text("/device"));
        assertThat(places()).isZero();
        assertThat(vendor.history(license)).contains("device.released", "file.given_up");
        assertThat(machine("f1").giveUp(proof).expect(200).at("/freed")).isEqualTo(false);
        machine("f1").carry(request).problem(409, "REQUEST_SPENT");
        assertThat(places()).isZero();
    }

    @Test
    void R46_anOldProofDoesNotFreeANewPlace() {
        Answer first = machine("f1").carry(machine("f1").request()).expect(201);
        String proof = machine("f1").proof(first.text("/file/id"));
        machine("f1").giveUp(proof).expect(200);
        machine("f1").carry(machine("f1").request()).expect(201);
        assertThat(machine("f1").giveUp(proof).expect(200).at("/freed")).isEqualTo(false);
        assertThat(machine("f1")
                        .giveUp(machine("f1").proof(first.text("/file/id")))
                        .expect(200)
                        .at("/freed"))
                .isEqualTo(false);
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void R46_aProofForSomethingElseFreesNothing() {
        Answer first = machine("f1").carry(machine("f1").request()).expect(201);
        String file = first.text("/file/id");
        machine("f1").giveUp(machine("f1").proof(file, license.id(), "f2")).invalid("/proof");
        machine("f1")
                .giveUp(machine("f1").proof("file_01h455vb4pex5vsknk084sn02q"))
                .invalid("/proof");
        machine("f1").giveUp(machine("f1").proof("nonsense")).invalid("/proof");
        var other = new AirGapped(vendor, vendor.issue(plan), "f1");
        other.giveUp(other.proof(file)).invalid("/proof");
        vendor.program.post("/v1/offline/deactivations", Map.of()).invalid("/proof");
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void R46_usersFreeNoMorePlacesThanTheyMay() {
        vendor.override(license, Map.of("unbindsPerPeriod", Map.of("limit", 1, "period", "P30D")));
        for (String fingerprint : List.of("f1", "f2")) {
            AirGapped machine = machine(fingerprint);
            String file = machine.carry(machine.request()).expect(201).text("/file/id");
            Answer answer = machine.giveUp(machine.proof(file));
            if (fingerprint.equals("f1")) {
                answer.expect(200);
            } else {
                answer.problem(409, "UNBIND_LIMIT_REACHED");
            }
        }
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void R46_aMachineThatCannotReportKeepsItsPlaceForAsLongAsItsFileIsGood() {
        vendor.override(license, Map.of("heartbeat", "PT1H", "devices", 1, "airGapTtl", "P30D"));
        Answer answer = machine("f1").carry(machine("f1").request()).expect(201);
        Instant end = Instant.parse(answer.text("/file/expiresAt"));
        vendor.clock.advance("P20D");
        assertThat(places()).isEqualTo(1);
        machine("f2").carry(machine("f2").request()).problem(409, "DEVICE_LIMIT_REACHED");
        machine("f1").carry(machine("f1").request()).expect(200);
        vendor.clock.to(end.plusSeconds(20 * 86400L + 60));
        assertThat(places()).isZero();
    }
}
