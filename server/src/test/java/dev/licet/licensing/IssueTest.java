package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Licences issued: to whom, with what, and under which key. */
class IssueTest {
    private final Vendor vendor = Vendor.onSharedServer();

    @Test
    void R33_oneObjectShowsIssueEndLimitsUsersAndDevices() {
        String customer = vendor.customer("organization");
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("term", "P1Y", "devices", 3, "users", 5)),
                Map.of("customer", customer, "users", List.of("ada@example.com"), "metadata", Map.of("order", 17)));
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("laptop"), "user", "ada@example.com"))
                .expect(201);

        Answer view = vendor.license(license);
        assertThat(view.text("/id")).startsWith("lic_");
        assertThat(view.text("/customer")).isEqualTo(customer);
        assertThat(Instant.parse(view.text("/issuedAt"))).isBefore(Instant.parse(view.text("/expiresAt")));
        assertThat(view.at("/policy/devices")).hasToString("3");
        assertThat(view.at("/policy/users")).hasToString("5");
        assertThat(view.at("/counts")).hasToString("{devices=1, users=1, leases=0}");
        assertThat(view.at("/metadata/order")).hasToString("17");
        Answer devices = vendor.api.get(Vendor.path(license, "/devices")).expect(200);
        assertThat(devices.text("/data/0/fingerprint")).isEqualTo("laptop");
        assertThat(devices.text("/data/0/user")).isEqualTo("ada@example.com");
        Answer users = vendor.api.get(Vendor.path(license, "/users")).expect(200);
        assertThat(users.text("/data/0/email")).isEqualTo("ada@example.com");
    }

    @Test
    void R19_theHistoryNamesWhoIssuedIt() {
        Answer staff = vendor.api
                .post(
                        "/v1/api-keys",
                        Map.of("name", "Ada of sales", "scopes", List.of("licenses:write", "licenses:read")))
                .expect(201);
        String plan = vendor.plan(Map.of());
        Answer license = vendor.api
                .withApiKey(staff.text("/key"))
                .with("X-Request-Id", "req-of-ada")
                .post("/v1/licenses", Map.of("plan", plan))
                .expect(201);

        Answer history = vendor.api
                .get("/v1/licenses/" + license.text("/id") + "/history")
                .expect(200);
        assertThat(history.text("/data/0/type")).isEqualTo("license.issued");
        assertThat(history.text("/data/0/actor")).isEqualTo(staff.text("/id"));
        assertThat(history.text("/data/0/requestId")).isEqualTo("req-of-ada");
        assertThat(history.at("/data/0/before")).isNull();
        assertThat(history.text("/data/0/after/state")).isEqualTo("active");
        assertThat(history.body()).doesNotContain(license.text("/key"));
    }

    @Test
    void R20_R35_aShopThatRepeatsItsOrderGetsTheSameLicense() {
        Map<String, Object> order =
                Map.of("plan", vendor.plan(Map.of("term", "P1Y")), "metadata", Map.of("order", "A-7"));
        Answer first = vendor.api
                .with("Idempotency-Key", "order-" + vendor.product)
                .post("/v1/licenses", order)
                .expect(201);
        Answer again = vendor.api
                .with("Idempotency-Key", "order-" + vendor.product)
                .post("/v1/licenses", order)
                .expect(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.text("/key")).as("a shop that lost the answer").isEqualTo(first.text("/key"));
        vendor.expect(new Vendor.Issued(first.text("/id"), first.text("/key"), first), "VALID");
        Answer all = vendor.api.get("/v1/licenses?product=" + vendor.product).expect(200);
        assertThat(all.list("/data")).hasSize(1);
    }

    @Test
    void R39_aCustomersLicensesAreListed() {
        String customer = vendor.customer("organization");
        String plan = vendor.plan(Map.of());
        Vendor.Issued first = vendor.issue(plan, Map.of("customer", customer));
        Vendor.Issued second = vendor.issue(plan, Map.of("customer", customer));
        vendor.issue(plan);
        Answer list = vendor.api.get("/v1/licenses?customer=" + customer).expect(200);
        assertThat(list.list("/data")).extracting("id").containsExactly(second.id(), first.id());
    }

    @Test
    void R39_aCustomerMayBeNamedByWhatTheVendorCallsIt() {
        String own = Vendor.unique("crm-");
        String customer = vendor.api
                .post(
                        "/v1/customers",
                        Map.of(
                                "kind", "individual",
                                "name", "Ada",
                                "email", "ada@example.com",
                                "country", "DE",
                                "externalId", own))
                .expect(201)
                .text("/id");
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()), Map.of("customer", own));
        assertThat(license.answer().text("/customer")).isEqualTo(customer);
    }

    @Test
    void R16_licensesAreFoundByTheKindOfTheirLicensee() {
        String plan = vendor.plan(Map.of());
        for (String kind : List.of("organization", "individual", "employee", "partner")) {
            Vendor.Issued license = vendor.issue(plan, Map.of("customer", vendor.customer(kind)));
            Answer list = vendor.api
                    .get("/v1/licenses?product=" + vendor.product + "&kind=" + kind)
                    .expect(200);
            assertThat(list.list("/data")).extracting("id").containsExactly(license.id());
        }
        vendor.api.get("/v1/licenses?kind=alien").invalid("kind");
    }

    @Test
    void R17_servicesOfATierShowInTheLicense() {
        vendor.feature("support", "text", "service")
                .feature("sla", "number", "service")
                .feature("export", "switch");
        Vendor.Issued license =
                vendor.issue(vendor.plan("gold", Map.of(), Map.of("support", "gold", "sla", 4, "export", true)));
        assertThat(license.answer().at("/services")).hasToString("{sla=4, support=gold}");
        assertThat(vendor.validate(license).at("/license/services")).hasToString("{sla=4, support=gold}");
    }

    @Test
    void R24_keysAreUniqueAndLookRandom() {
        String plan = vendor.plan(Map.of());
        Set<String> keys = new HashSet<>();
        Set<String> starts = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            String key = vendor.issue(plan).key();
            assertThat(key).matches("([0-9A-HJKMNP-TV-Z]{7}-){3}[0-9A-HJKMNP-TV-Z]{7}");
            keys.add(key);
            starts.add(key.substring(0, 7));
        }
        assertThat(keys).hasSize(60);
        assertThat(starts).hasSize(60);
    }

    @Test
    void R24_everyTypingErrorIsFoundAndNoneIsMistakenForAnotherLicense() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        String key = license.key();
        for (int i = 0; i < key.length(); i += 5) {
            String wrong = key.substring(0, i) + (key.charAt(i) == 'A' ? 'B' : 'A') + key.substring(i + 1);
            if (key.charAt(i) != '-') {
                vendor.expect(new Vendor.Issued(license.id(), wrong, license.answer()), "NOT_FOUND");
            }
        }
        String forgiving = " "
                + key.toLowerCase(java.util.Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'o')
                        .replace('1', 'l');
        vendor.expect(new Vendor.Issued(license.id(), forgiving, license.answer()), "VALID");
    }

    @Test
    void R24_theKeyIsShownOnceAndThenOnlyToWhoMay() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));
        String hint = license.key().substring(license.key().length() - 4);
        assertThat(vendor.license(license).text("/key")).endsWith(hint).startsWith("*******-");
        assertThat(vendor.api
                        .get(Vendor.path(license, "?revealKey=true"))
                        .expect(200)
                        .text("/key"))
                .isEqualTo(license.key());
        assertThat(vendor.history(license)).startsWith("license.key_revealed");

        Answer reader = vendor.api
                .post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("licenses:read")))
                .expect(201);
        vendor.api
                .withApiKey(reader.text("/key"))
                .get(Vendor.path(license, "?revealKey=true"))
                .problem(403, "FORBIDDEN");
    }

    @Test
    void R14_aVendorMakesALicenseTypeOfItsOwnByTheApi() {
        vendor.feature("export", "switch").feature("maxNotes", "number");
        vendor.plan("lite", Map.of());
        Map<String, Object> policy = new HashMap<>(Map.of(
                "term", "P90D",
                "grace", "P3D",
                "warnBefore", List.of("P10D"),
                "onExpiry", "fallback",
                "fallbackPlan", "lite",
                "devices", 2,
                "users", 3,
                "overage", "1.5x",
                "deviceMatch", "two",
                "checkIn", "P30D"));
        policy.put("versions", Map.of("min", "2.0.0"));
        Vendor.Issued license = vendor.issue(vendor.plan("own", policy, Map.of("export", true, "maxNotes", 9)));
        policy.forEach((name, value) -> {
            if (!name.equals("versions")) {
                assertThat(license.answer().at("/policy/" + name)).hasToString(value.toString());
            }
        });
        assertThat(license.answer().text("/policy/versions/min")).isEqualTo("2.0.0");
        assertThat(license.answer().at("/features")).hasToString("{export=true, maxNotes=9}");
    }

    @Test
    void overridesAreLaidOverThePlan() {
        vendor.feature("export", "switch").feature("maxNotes", "number");
        String plan = vendor.plan("pro", Map.of("devices", 1, "term", "P1Y"), Map.of("export", true, "maxNotes", 5));
        Vendor.Issued license = vendor.issue(
                plan, Map.of("overrides", Map.of("policy", Map.of("devices", 9), "features", Map.of("maxNotes", 50))));
        assertThat(license.answer().at("/policy/devices")).hasToString("9");
        assertThat(license.answer().at("/policy/term")).isEqualTo("P1Y");
        assertThat(license.answer().at("/features")).hasToString("{export=true, maxNotes=50}");
    }

    @Test
    void refusesWhatDoesNotFit() {
        vendor.feature("export", "switch");
        String plan = vendor.plan(Map.of("users", 1));
        refused(Map.of(), "/plan");
        refused(Map.of("plan", "unknown-plan"), "/plan");
        refused(Map.of("plan", plan, "customer", "cust_nobody"), "/customer");
        refused(Map.of("plan", plan, "colour", "red"), "/colour");
        refused(
                Map.of("plan", plan, "overrides", Map.of("policy", Map.of("devices", -1))),
                "/overrides/policy/devices");
        refused(Map.of("plan", plan, "overrides", Map.of("policy", Map.of("seats", 1))), "/overrides/policy/seats");
        refused(
                Map.of("plan", plan, "overrides", Map.of("policy", Map.of("fallbackPlan", "none"))),
                "/overrides/policy/fallbackPlan");
        refused(
                Map.of("plan", plan, "overrides", Map.of("features", Map.of("export", 5))),
                "/overrides/features/export");
        refused(Map.of("plan", plan, "overrides", Map.of("features", Map.of("fly", true))), "/overrides/features/fly");
        refused(Map.of("plan", plan, "users", List.of("not an address")), "/users/0");
        refused(Map.of("plan", plan, "users", List.of("user_01h455vb4pex5vsknk084sn02q")), "/users/0");
        refused(
                Map.of("plan", plan, "startsAt", "2027-01-02T00:00:00Z", "expiresAt", "2027-01-01T00:00:00Z"),
                "/expiresAt");
        refused(Map.of("plan", plan, "expiresAt", "+12345-01-01T00:00:00Z"), "/expiresAt");
        vendor.api
                .post("/v1/licenses", Map.of("plan", plan, "users", List.of("a@example.com", "b@example.com")))
                .problem(409, "USER_LIMIT_REACHED");
        assertThat(vendor.api.get("/v1/licenses?product=" + vendor.product).list("/data"))
                .as("nothing half issued")
                .isEmpty();
    }

    private void refused(Map<String, ?> body, String pointer) {
        vendor.api.post("/v1/licenses", body).invalid(pointer);
    }

    @Test
    void plansAndProductsAreNamedByIdOrCode() {
        String id = vendor.plan("pro", Map.of());
        String productId =
                vendor.api.get("/v1/products/" + vendor.product).expect(200).text("/id");
        List<Map<String, Object>> bodies = new ArrayList<>();
        bodies.add(Map.of("plan", id));
        bodies.add(Map.of("plan", "pro", "product", vendor.product));
        bodies.add(Map.of("plan", "pro", "product", productId));
        for (Map<String, Object> body : bodies) {
            assertThat(vendor.api.post("/v1/licenses", body).expect(201).text("/product"))
                    .isEqualTo(vendor.product);
        }
        Vendor.Issued license = vendor.issue(id);
        vendor.expect(license, Map.of("product", vendor.product), "VALID");
        vendor.expect(license, Map.of("product", productId), "VALID");
        vendor.expect(license, Map.of("product", "another"), "PRODUCT_MISMATCH");
        assertThat(vendor.api
                        .get("/v1/licenses?product=" + productId + "&plan=pro")
                        .expect(200)
                        .list("/data"))
                .hasSize(4);
        assertThat(vendor.api.get("/v1/licenses?plan=" + id).expect(200).list("/data"))
                .hasSize(4);
    }
}
