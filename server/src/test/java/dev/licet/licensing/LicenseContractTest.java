package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manners of the contract at these addresses: versions, repeated requests, strange ids, hostile bodies. */
class LicenseContractTest {
    private static final List<String> HOSTILE = List.of(
            "'; drop table licenses; --",
            "<script>alert(1)</script>",
            "{{7*7}}${7*7}",
            "\u202Egnp.exe",
            "𝕊𝕥𝕣𝕒𝕟𝕘𝕖 🦊",
            "../../etc/passwd",
            "%00%0a",
            "\r\nX-Injected: yes");

    private final Vendor vendor = Vendor.onSharedServer();
    private final String plan = vendor.plan(Map.of("term", "P1Y"));
    private final Vendor.Issued license = vendor.issue(plan);

    @Test
    void aStaleChangeIsRefused() {
        String old = vendor.license(license).header("ETag");
        assertThat(old).isNotNull();
        String tag = String.valueOf(old);
        Answer changed = vendor.api
                .with("If-Match", tag)
                .patch(Vendor.path(license, ""), Map.of("metadata", Map.of("a", "1")))
                .expect(200);
        vendor.api
                .with("If-Match", tag)
                .patch(Vendor.path(license, ""), Map.of("metadata", Map.of("a", "2")))
                .problem(412, "STALE");
        assertThat(vendor.license(license).text("/metadata/a")).isEqualTo("1");
        vendor.put(license, "suspension", Map.of()).expect(200);
        vendor.api
                .with("If-Match", String.valueOf(changed.header("ETag")))
                .delete(Vendor.path(license, "/suspension"))
                .problem(412, "STALE");
        String present = String.valueOf(vendor.license(license).header("ETag"));
        vendor.api
                .with("If-Match", present)
                .delete(Vendor.path(license, "/suspension"))
                .expect(200);
        vendor.api
                .with("If-Match", "*")
                .patch(Vendor.path(license, ""), Map.of())
                .expect(200);
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        String tag = String.valueOf(vendor.license(license).header("ETag"));
        vendor.api.with("If-None-Match", tag).get(Vendor.path(license, "")).expect(304);
        vendor.activate(license, "laptop").expect(201);
        vendor.api.with("If-None-Match", tag).get(Vendor.path(license, "")).expect(200);
    }

    @Test
    void aRepeatedIssueIsAnsweredTheSame() {
        String once = Vendor.unique("once-");
        Answer first = vendor.api
                .with("Idempotency-Key", once)
                .post("/v1/licenses", Map.of("plan", plan))
                .expect(201);
        Answer again = vendor.api
                .with("Idempotency-Key", once)
                .post("/v1/licenses", Map.of("plan", plan))
                .expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo("/v1/licenses/" + first.text("/id"));
        vendor.api
                .with("Idempotency-Key", once)
                .post("/v1/licenses", Map.of("plan", plan, "metadata", Map.of("a", "b")))
                .problem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRepeatedActivationIsAnsweredTheSame() {
        String once = Vendor.unique("once-");
        Map<String, Object> body = Map.of("key", license.key(), "device", Vendor.device("laptop"));
        Answer first = vendor.program
                .with("Idempotency-Key", once)
                .post("/v1/activations", body)
                .expect(201);
        Answer again = vendor.program
                .with("Idempotency-Key", once)
                .post("/v1/activations", body)
                .expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        vendor.program
                .with("Idempotency-Key", once)
                .post("/v1/activations", Map.of("key", license.key(), "device", Vendor.device("desktop")))
                .problem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aStrangeIdIsNotFound() {
        List<String> strange = new ArrayList<>(List.of(
                "lic_01h455vb4pex5vsknk084sn02q",
                license.id().replace("lic_", "cust_"),
                license.id().toUpperCase(Locale.ROOT),
                license.id() + "0",
                license.id().substring(4),
                "lic_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "lic_",
                "0",
                "%F0%9F%A6%8A",
                "a%20b",
                "x".repeat(500)));
        for (String id : strange) {
            String path = "/v1/licenses/" + id;
            vendor.api.get(path).problem(404, "NOT_FOUND");
            vendor.api.patch(path, Map.of()).problem(404, "NOT_FOUND");
            vendor.api.get(path + "/devices").problem(404, "NOT_FOUND");
            vendor.api.get(path + "/history").problem(404, "NOT_FOUND");
            vendor.api.get(path + "/users").problem(404, "NOT_FOUND");
            vendor.api.get(path + "/validations").problem(404, "NOT_FOUND");
            vendor.api.put(path + "/suspension", Map.of()).problem(404, "NOT_FOUND");
            vendor.api.put(path + "/revocation", Map.of()).problem(404, "NOT_FOUND");
            vendor.api.post(path + "/renewals", Map.of()).problem(404, "NOT_FOUND");
            vendor.api.post(path + "/key", Map.of()).problem(404, "NOT_FOUND");
            vendor.api.put(path + "/users/a@example.com", Map.of()).problem(404, "NOT_FOUND");
            vendor.program
                    .withLicense(license.key())
                    .delete("/v1/activations/" + id)
                    .problem(404, "NOT_FOUND");
            vendor.program
                    .withLicense(license.key())
                    .post("/v1/activations/" + id + "/heartbeat", Map.of())
                    .problem(404, "NOT_FOUND");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"key\"",
                "{\"key\":",
                "{\"key\":1}",
                "{\"key\":null}",
                "{\"key\":\"K\",\"key\":\"L\"}",
                "{\"key\":\"K\",\"device\":[]}",
                "{\"key\":\"K\",\"device\":{}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"\"}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":7}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"f\",\"components\":{\"\":\"x\"}}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"f\",\"components\":{\"cpu\":null}}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"f\",\"components\":{\"cpu\":{}}}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"\\u0000\"}}",
                "{\"key\":\"K\",\"device\":{\"fingerprint\":\"\\ud800\"}}",
                "{\"key\":\"K\",\"version\":\"two\"}",
                "{\"key\":\"K\",\"version\":\"99999999999999999999999\"}",
                "{\"key\":\"K\",\"version\":\"\"}",
                "{\"key\":\"K\",\"features\":\"export\"}",
                "{\"key\":\"K\",\"features\":[null]}",
                "{\"key\":\"K\",\"features\":[[]]}",
                "{\"key\":\"K\",\"user\":true}",
                "{\"key\":\"K\",\"nonce\":{}}",
                "{\"key\":\"K\",\"surprise\":1}",
                "{\"__proto__\":{}}"
            })
    void aHostileBodyOfAProgramIsRefusedClearly(String body) {
        for (String path : List.of("/v1/licenses/validate", "/v1/activations")) {
            Answer answer =
                    vendor.program.send("POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
            assertClear(answer);
            assertThat(answer.status()).as(answer::toString).isIn(400, 422, path.endsWith("validate") ? 200 : 422);
            if (path.endsWith("validate") && answer.status() == 200) {
                assertThat(answer.text("/code")).isEqualTo("NOT_FOUND");
                assertThat(body).as("not a bad one").contains("\"key\":\"K\",\"version\":\"\"");
            }
        }
    }

    private static void assertClear(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "SQLSTATE", "org.postgresql");
        assertThat(answer.header("X-Injected")).isNull();
    }

    @Test
    void absurdValuesOfLicensesAreRefusedOrKeptAsTheyAre() {
        Map<String, Object> none = new HashMap<>();
        none.put("plan", null);
        assertClear(vendor.api.post("/v1/licenses", none));
        for (String time : List.of(
                "0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "2027-02-30T00:00:00Z")) {
            vendor.api
                    .post("/v1/licenses", Map.of("plan", plan, "startsAt", time))
                    .invalid("/startsAt");
            vendor.put(license, "expiry", Map.of("expiresAt", time)).invalid("/expiresAt");
        }
        Vendor.Issued last = vendor.issue(plan, Map.of("expiresAt", "9999-12-31T23:59:59Z"));
        Answer renewed = vendor.renew(last, Map.of("term", "P999Y"));
        assertClear(renewed);
        vendor.expect(last, "VALID");
        vendor.api.get("/v1/licenses?limit=200&product=" + vendor.product).expect(200);
        for (String state : List.of("active", "expired", "expiring", "grace")) {
            vendor.api
                    .get("/v1/licenses?product=" + vendor.product + "&state=" + state)
                    .expect(200);
        }
        Vendor.Issued first = vendor.issue(plan, Map.of("expiresAt", "1970-01-01T00:00:00Z"));
        vendor.expect(first, "EXPIRED");
        vendor.renew(license, Map.of("term", "P9999Y")).invalid("/term");
        vendor.renew(license, Map.of("term", "-P1Y")).invalid("/term");
        for (Object policy : List.of("all", List.of(), 7)) {
            vendor.api
                    .post("/v1/licenses", Map.of("plan", plan, "overrides", Map.of("policy", policy)))
                    .problem(422, "INVALID");
        }
        vendor.api
                .post("/v1/licenses", Map.of("plan", plan, "metadata", Map.of("a", Map.of("b", "c"))))
                .invalid("/metadata/a");
    }

    @Test
    void hostileTextIsKeptAsTextOrRefused() {
        for (String text : HOSTILE) {
            Answer issued = vendor.api
                    .post("/v1/licenses", Map.of("plan", plan, "metadata", Map.of("note", text)))
                    .expect(201);
            assertThat(issued.text("/metadata/note")).isEqualTo(text);
            Vendor.Issued one = new Vendor.Issued(issued.text("/id"), issued.text("/key"), issued);
            Answer active = vendor.activate(
                            one,
                            Map.of(
                                    "fingerprint",
                                    text,
                                    "name",
                                    text,
                                    "platform",
                                    text,
                                    "components",
                                    Map.of(text, text)))
                    .expect(201);
            assertThat(active.text("/device/name")).isEqualTo(text);
            vendor.expect(one, Map.of("device", Map.of("fingerprint", text), "nonce", text), "VALID");
            vendor.put(one, "suspension", Map.of("reason", text)).expect(200);
            assertThat(vendor.api
                            .get(Vendor.path(one, "/history?limit=1"))
                            .expect(200)
                            .text("/data/0/reason"))
                    .isEqualTo(text);
            assertClear(vendor.api.post("/v1/licenses", Map.of("plan", text)));
            assertClear(vendor.api.post("/v1/licenses", Map.of("plan", plan, "customer", text)));
            assertClear(vendor.api.post("/v1/licenses", Map.of("plan", plan, "users", List.of(text))));
            assertClear(
                    vendor.program.post("/v1/licenses/validate", Map.of("key", text, "product", text, "user", text)));
        }
    }

    @Test
    void textsHaveLimits() {
        vendor.put(license, "suspension", Map.of("reason", "x".repeat(501))).invalid("/reason");
        vendor.activate(license, "x".repeat(256)).invalid("/device/fingerprint");
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 33; i++) {
            many.put("part" + i, "h");
        }
        vendor.activate(license, Vendor.device("f", many)).invalid("/device/components");
        vendor.activate(license, Map.of("fingerprint", "f", "name", "x".repeat(201)))
                .invalid("/device/name");
        Map<String, Object> question = Map.of("key", license.key(), "nonce", "x".repeat(256));
        vendor.program.post("/v1/licenses/validate", question).invalid("/nonce");
        vendor.program
                .post(
                        "/v1/licenses/validate",
                        Map.of("key", license.key(), "features", java.util.Collections.nCopies(101, "f")))
                .invalid("/features");
        vendor.program
                .send("POST", "/v1/licenses/validate", "application/json", new byte[1_100_000])
                .problem(413, "BODY_TOO_LARGE");
        vendor.program
                .send("POST", "/v1/licenses/validate", "application/json", new byte[] {'{', '"', (byte) 0xff, '"'})
                .problem(400, "NOT_JSON");
        vendor.program
                .send("POST", "/v1/licenses/validate", "text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                .problem(415, "UNSUPPORTED_MEDIA_TYPE");
        vendor.api.delete(Vendor.path(license, "")).problem(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void theKeyMayComeInTheHeader() {
        Answer answer = vendor.program
                .withLicense(license.key())
                .post("/v1/licenses/validate", Map.of())
                .expect(200);
        assertThat(answer.text("/code")).isEqualTo("VALID");
        vendor.program
                .withLicense(license.key())
                .post("/v1/activations", Map.of("device", Vendor.device("laptop")))
                .expect(201);
    }

    @Test
    void aProgramSeesNothingOfTheVendorsNotes() {
        Vendor.Issued noted = vendor.issue(plan, Map.of("metadata", Map.of("discount", "friend of the boss")));
        vendor.put(noted, "suspension", Map.of("reason", "police asked for it")).expect(200);
        assertThat(vendor.validate(noted).body()).doesNotContain("friend of", "police");
    }
}
