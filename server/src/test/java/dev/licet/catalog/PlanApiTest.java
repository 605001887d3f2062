package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import dev.licet.core.policy.Policy;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanApiTest {
    private final Shop shop = new Shop();
    private final Http http = shop.http;

    @Test
    void a_plan_needs_only_its_names() {
        Answer made = http.post("/v1/plans", plan("code", "pro")).expect(201);

        assertThat(made.text("/id")).startsWith("plan_");
        assertThat(made.header("Location")).isEqualTo("/v1/plans/" + made.text("/id"));
        assertThat(made.text("/product")).isEqualTo(shop.product);
        assertThat(made.text("/productId")).isEqualTo(shop.made.text("/id"));
        assertThat(made.at("/version")).hasToString("1");
        assertThat(made.at("/features")).isEqualTo(Map.of());
        assertThat(http.get("/v1/plans/" + made.text("/id")).expect(200).body()).isEqualTo(made.body());
    }

    @Test
    void the_answer_has_the_defaults_of_the_policy() {
        Answer made =
                shop.plan("pro", Map.of(), Map.of("term", "P1Y", "devices", 3)).expect(201);

        Map<String, @Nullable Object> stated =
                Policy.read(Map.of("term", "P1Y", "devices", 3)).toMap();
        assertThat(made.at("/policy"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(stated.keySet());
        assertThat(made.at("/policy/term")).isEqualTo("P1Y");
        assertThat(made.at("/policy/starts")).isEqualTo("issue");
        assertThat(made.at("/policy/onExpiry")).isEqualTo("refuse");
        assertThat(made.at("/policy/leaseTtl")).isEqualTo("PT10M");
    }

    @Test
    void the_contract_s_own_example_is_taken() {
        shop.feature("export", "switch").feature("maxNotes", "number").feature("support", "text");
        shop.feature("apiCalls", "metered").plan("free");
        String example = """
                {"product":"%s","code":"pro","name":"Pro",
                 "features":{"export":true,"maxNotes":500,"support":"gold",
                  "apiCalls":{"limit":1000,"period":"P1M","overage":"refuse"}},
                 "policy":{"term":"P1Y","starts":"firstActivation","trial":false,"grace":"P14D",
                  "warnBefore":["P30D","P7D","P1D"],"onExpiry":"fallback","fallbackPlan":"free","renewFrom":"nowIfExpired",
                  "devices":3,"users":5,"concurrent":10,"processes":null,"cores":null,"overage":"1.25x",
                  "deviceMatch":"two","deviceUnique":"product","leaseTtl":"PT10M","maxBorrow":"P7D","linger":"PT0S",
                  "heartbeat":"PT10M","onMissedHeartbeat":"keep","checkIn":"P30D","offlineTtl":"P7D",
                  "unbindsPerPeriod":{"limit":3,"period":"P30D"},"regions":{"allow":["DE","FR"],"deny":[]},
                  "versions":{"min":"2.0.0","max":null,"blocked":["2.3.0 - 2.3.4"],"upgradeTo":"2.3.5","message":"Update"},
                  "maintenance":"P1Y"}}
                """.formatted(shop.product);

        Answer made = http.send("POST", "/v1/plans", "application/json", example.getBytes(StandardCharsets.UTF_8))
                .expect(201);

        Map<String, @Nullable Object> sent = Json.parseObject(example);
        Map<String, @Nullable Object> policy = new TreeMap<>(made.object("/policy"));
        for (String leftOut : List.of("devicesPerUser", "airGapTtl")) {
            assertThat(policy.remove(leftOut)).as(leftOut).isNull();
        }
        assertThat(policy).isEqualTo(sent.get("policy"));
        assertThat(made.at("/features")).isEqualTo(sent.get("features"));
        assertThat(http.get("/v1/plans/" + made.text("/id")).body()).isEqualTo(made.body());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "code, null",
                "code, Pro",
                "code, ''",
                "name, null",
                "name, ''",
                "product, null",
                "product, ''",
                "product, no-such",
                "product, prod_01jd5k2v8xf0r9w3m6q4t7y1za",
            })
    void a_bad_value_is_refused_by_name(String field, @Nullable String value) {
        http.post("/v1/plans", plan(field, value)).invalid("/" + field);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "term; \"a year\"",
                "devices; -1",
                "devices; 1.5",
                "devices; \"three\"",
                "overage; \"3x\"",
                "starts; \"birth\"",
                "onExpiry; \"explode\"",
                "trial; \"yes\"",
                "regions; {\"allow\":\"DE\"}",
                "versions; {\"blocked\":[\"x\"]}",
                "colour; \"red\"",
            },
            delimiter = ';')
    void a_bad_policy_is_refused_by_name(String field, String json) {
        Object value = Json.parse(json);

        Answer refused = shop.plan("pro", Map.of(), Map.of(field, Objects.requireNonNull(value)))
                .problem(422, "INVALID");

        assertThat(refused.text("/errors/0/pointer")).startsWith("/policy/" + field);
    }

    @Test
    void features_are_those_of_the_product_with_values_of_their_type() {
        shop.feature("export", "switch").feature("maxNotes", "number").feature("support", "text");
        shop.feature("apiCalls", "metered");

        shop.plan("p1", Map.of("import", true), Map.of()).invalid("/features/import");
        shop.plan("p1", Map.of("a/b~c", true), Map.of()).invalid("/features/a~1b~0c");
        Map<String, Object> wrong = Map.of("export", 1, "maxNotes", true, "support", Map.of(), "apiCalls", "many");
        shop.plan("p1", wrong, Map.of())
                .invalid("/features/export")
                .invalid("/features/maxNotes")
                .invalid("/features/support")
                .invalid("/features/apiCalls");
        shop.plan("p1", Map.of("maxNotes", -1), Map.of()).invalid("/features/maxNotes");
        shop.plan("p1", Map.of("export", List.of()), Map.of()).invalid("/features/export");
        shop.plan("p1", Map.of("apiCalls", Map.of("limit", 1, "per", "P1M")), Map.of())
                .problem(422, "INVALID");
        Map<String, Object> right = Map.of(
                "export", false, "maxNotes", new BigDecimal("0.5"), "apiCalls", Map.of("limit", 5, "period", "P1D"));
        Answer made = shop.plan("p1", right, Map.of()).expect(201);
        assertThat(made.at("/features/maxNotes")).hasToString("0.5");
        assertThat(made.at("/features/apiCalls/overage")).isEqualTo("refuse");
    }

    @Test
    void r51_a_feature_may_end_before_the_licence_does() {
        shop.feature("export", "switch").feature("apiCalls", "metered");
        Map<String, Object> limited = Map.of("value", true, "expiresAt", "2027-01-01T00:00:00Z");
        Map<String, Object> calls = Map.of("value", Map.of("limit", 10), "expiresAt", "2027-02-01T00:00:00Z");

        Answer made = shop.plan("pro", Map.of("export", limited, "apiCalls", calls), Map.of())
                .expect(201);

        assertThat(made.at("/features/export")).isEqualTo(limited);
        assertThat(made.at("/features/apiCalls/value/limit")).hasToString("10");
        shop.plan("p2", Map.of("export", Map.of("value", 5, "expiresAt", "2027-01-01T00:00:00Z")), Map.of())
                .invalid("/features/export");
        shop.plan("p2", Map.of("export", Map.of("value", true, "expiresAt", "soon")), Map.of())
                .invalid("/features/export/expiresAt");
    }

    @Test
    void a_fallback_plan_is_another_of_the_product() {
        String free = shop.plan("free", Map.of(), Map.of()).expect(201).text("/id");
        String foreign = new Shop().plan("other").substring("/v1/plans/".length());

        shop.plan("pro", Map.of(), Map.of("onExpiry", "fallback")).invalid("/policy/fallbackPlan");
        shop.plan("pro", Map.of(), fallback("no-such")).invalid("/policy/fallbackPlan");
        shop.plan("pro", Map.of(), fallback(foreign)).invalid("/policy/fallbackPlan");
        shop.plan("pro", Map.of(), fallback("pro")).invalid("/policy/fallbackPlan");
        shop.plan("pro", Map.of(), fallback("free")).expect(201);
        Answer byId = shop.plan("max", Map.of(), fallback(free)).expect(201);
        assertThat(byId.at("/policy/fallbackPlan")).isEqualTo("free");
    }

    @Test
    void fallbacks_never_lead_back() {
        String a = shop.plan("a");
        shop.plan("b", Map.of(), fallback("a")).expect(201);
        shop.plan("c", Map.of(), fallback("b")).expect(201);

        http.patch(a, Map.of("policy", fallback("c"))).invalid("/policy/fallbackPlan");
        http.patch(a, Map.of("policy", fallback("a"))).invalid("/policy/fallbackPlan");
        http.patch(a, Map.of("policy", Map.of("devices", 1))).expect(200);
    }

    @Test
    void a_code_is_taken_once_in_a_product() {
        shop.plan("pro");

        shop.plan("pro", Map.of(), Map.of()).problem(409, "CODE_TAKEN");
        new Shop().plan("pro");
    }

    @Test
    void a_code_of_two_products_needs_the_product() {
        String code = Shop.newCode();
        Shop other = new Shop();
        String one = shop.plan(code);
        assertThat(http.get("/v1/plans/" + code).expect(200).body())
                .isEqualTo(http.get(one).body());
        String two = other.plan(code);

        Answer refused = http.get("/v1/plans/" + code).problem(409, "AMBIGUOUS");

        assertThat(refused.text("/detail")).contains("?product=");
        http.patch("/v1/plans/" + code, Map.of("name", "x")).problem(409, "AMBIGUOUS");
        http.get("/v1/plans/" + code + "/versions").problem(409, "AMBIGUOUS");
        String ofOther = "/v1/plans/" + code + "?product=" + other.product;
        assertThat(http.get(ofOther).expect(200).body()).isEqualTo(http.get(two).body());
        http.patch(ofOther, Map.of("name", "Changed")).expect(200);
        assertThat(http.get(two).text("/name")).isEqualTo("Changed");
        http.get(one + "?product=" + other.product).problem(404, "NOT_FOUND");
        http.get(one + "?product=no-such").problem(404, "NOT_FOUND");
    }

    @Test
    void code_and_product_stay() {
        String plan = shop.plan("pro");

        http.patch(plan, Map.of("code", "max")).invalid("/code");
        http.patch(plan, Map.of("product", new Shop().product)).invalid("/product");
        http.patch(plan, Map.of("product", shop.made.text("/id"), "code", "pro"))
                .expect(200);
    }

    @Test
    void what_is_not_there_is_not_found() {
        http.get("/v1/plans/no-such").problem(404, "NOT_FOUND");
        http.get("/v1/plans/plan_01jd5k2v8xf0r9w3m6q4t7y1za").problem(404, "NOT_FOUND");
        http.get("/v1/plans/%F0%9F%98%80").problem(404, "NOT_FOUND");
        http.patch("/v1/plans/no-such", Map.of()).problem(404, "NOT_FOUND");
        http.delete(shop.plan("pro")).expect(405);
    }

    @Test
    void lists_are_filtered_by_product() {
        shop.plan("a");
        shop.plan("b");
        new Shop().plan("c");

        Answer first = http.get("/v1/plans?limit=1&product=" + shop.product).expect(200);

        assertThat(first.at("/data/0/code")).isEqualTo("b");
        Answer rest = http.get("/v1/plans?product=" + shop.made.text("/id") + "&after=" + first.text("/next"));
        assertThat(rest.list("/data")).hasSize(1);
        assertThat(rest.at("/data/0/code")).isEqualTo("a");
        http.get("/v1/plans?product=no-such").invalid("product");
        assertThat(http.get("/v1/plans?limit=1").expect(200).list("/data")).hasSize(1);
    }

    static Map<String, Object> fallback(String plan) {
        return Map.of("onExpiry", "fallback", "fallbackPlan", plan);
    }

    private Map<String, @Nullable Object> plan(String field, @Nullable String value) {
        Map<String, @Nullable Object> plan =
                new LinkedHashMap<>(Map.of("product", shop.product, "code", "pro", "name", "Pro"));
        plan.put(field, value);
        return plan;
    }
}
