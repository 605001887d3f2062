package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductApiTest {
    private final Http http = TestServer.shared().http();

    @ParameterizedTest
    @ValueSource(strings = {"software", "certificate", "content", "membership"})
    void a_product_of_each_kind_is_made_and_read_by_id_and_code(String kind) {
        String code = Shop.newCode();

        Answer made = http.post("/v1/products", product(code, "kind", kind)).expect(201);

        assertThat(made.header("Location")).isEqualTo("/v1/products/" + code);
        assertThat(made.text("/id")).startsWith("prod_");
        assertThat(made.text("/kind")).isEqualTo(kind);
        assertThat(made.at("/keyPrefix")).isNull();
        assertThat(made.text("/createdAt")).isEqualTo(made.text("/updatedAt"));
        Answer byId = http.get("/v1/products/" + made.text("/id")).expect(200);
        Answer byCode = http.get("/v1/products/" + code).expect(200);
        assertThat(byId.body()).isEqualTo(byCode.body()).isEqualTo(made.body());
        assertThat(byId.header("ETag")).isEqualTo(made.header("ETag")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "code, null",
                "code, ''",
                "code, Notes",
                "code, 1notes",
                "code, no tes",
                "code, notes_pro",
                "code, prod_01jd5k2v8xf0r9w3m6q4t7y1za",
                "name, null",
                "name, ''",
                "name, '  '",
                "kind, null",
                "kind, hardware",
                "kind, ''",
                "keyPrefix, ''",
                "keyPrefix, N",
                "keyPrefix, notes",
                "keyPrefix, NOTESNOTE",
                "keyPrefix, 'N-S'",
            })
    void a_bad_value_is_refused_by_name(String field, @Nullable String value) {
        http.post("/v1/products", product(Shop.newCode(), field, value)).invalid("/" + field);
    }

    @Test
    void long_codes_and_names_have_an_end() {
        http.post("/v1/products", product("c".repeat(65), "kind", "content")).invalid("/code");
        http.post("/v1/products", product(Shop.newCode(), "name", "n".repeat(201)))
                .invalid("/name");
        http.post("/v1/products", product("c".repeat(64), "name", "n".repeat(200)))
                .expect(201);
    }

    @Test
    void every_bad_field_is_named_at_once() {
        Answer refused = http.post("/v1/products", Map.of("keyPrefix", "x"));

        refused.invalid("/code").invalid("/name").invalid("/kind").invalid("/keyPrefix");
    }

    @Test
    void another_shape_is_refused() {
        http.post("/v1/products", List.of()).problem(422, "INVALID");
        http.post("/v1/products", product(Shop.newCode(), "colour", "red")).invalid("/colour");
        http.post("/v1/products", Map.of("code", 5, "name", "Notes", "kind", "software"))
                .invalid("/code");
        http.post("/v1/products", Map.of("code", "n", "name", Map.of(), "kind", "software"))
                .invalid("/name");
        http.send("POST", "/v1/products", "application/json", "{\"code\":".getBytes(StandardCharsets.UTF_8))
                .problem(400, "NOT_JSON");
        http.send("POST", "/v1/products", "text/plain", "code=x".getBytes(StandardCharsets.UTF_8))
                .expect(415);
        http.delete("/v1/products").expect(405);
    }

    @Test
    void a_code_is_taken_once() {
        Shop shop = new Shop();

        Answer refused = http.post("/v1/products", product(shop.product, "name", "Another"));

        refused.problem(409, "CODE_TAKEN");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/code");
    }

    @Test
    void what_is_not_there_is_not_found() {
        http.get("/v1/products/no-such").problem(404, "NOT_FOUND");
        http.get("/v1/products/prod_01jd5k2v8xf0r9w3m6q4t7y1za").problem(404, "NOT_FOUND");
        http.get("/v1/products/plan_01jd5k2v8xf0r9w3m6q4t7y1za").problem(404, "NOT_FOUND");
        http.get("/v1/products/'%20or%20'1'='1").problem(404, "NOT_FOUND");
        http.patch("/v1/products/no-such", Map.of("name", "x")).problem(404, "NOT_FOUND");
    }

    @Test
    void a_patch_changes_what_it_names() {
        Shop shop = new Shop();

        Answer changed = http.patch(shop.path, Map.of("name", "Notes 2", "keyPrefix", "NOTE"))
                .expect(200);

        assertThat(changed.text("/name")).isEqualTo("Notes 2");
        assertThat(changed.text("/keyPrefix")).isEqualTo("NOTE");
        assertThat(changed.text("/kind")).isEqualTo("software");
        assertThat(changed.text("/createdAt")).isEqualTo(shop.made.text("/createdAt"));
        assertThat(changed.header("ETag")).isNotEqualTo(shop.made.header("ETag"));
        assertThat(http.get(shop.path).body()).isEqualTo(changed.body());
        Map<String, @Nullable Object> without = new LinkedHashMap<>();
        without.put("keyPrefix", null);
        assertThat(http.patch(shop.path, without).expect(200).at("/keyPrefix")).isNull();
    }

    @Test
    void a_patch_is_checked_as_a_post() {
        Shop shop = new Shop();

        http.patch(shop.path, Map.of("code", "other")).invalid("/code");
        http.patch(shop.path, Map.of("name", "")).invalid("/name");
        http.patch(shop.path, Map.of("kind", "hardware")).invalid("/kind");
        http.patch(shop.path, Map.of("colour", "red")).invalid("/colour");
        http.patch(shop.path, List.of()).problem(422, "INVALID");
        assertThat(http.get(shop.path).body()).isEqualTo(shop.made.body());
        http.patch(shop.path, Map.of("code", shop.product)).expect(200);
    }

    @Test
    void a_stale_patch_is_refused() {
        Shop shop = new Shop();
        String tag = String.valueOf(shop.made.header("ETag"));

        http.with("If-Match", tag).patch(shop.path, Map.of("name", "First")).expect(200);
        http.with("If-Match", tag).patch(shop.path, Map.of("name", "Second")).problem(412, "STALE");

        assertThat(http.get(shop.path).text("/name")).isEqualTo("First");
    }

    @Test
    void a_patch_that_changes_nothing_is_no_change() {
        Shop shop = new Shop();

        Answer same = http.patch(shop.path, Map.of("name", "Notes")).expect(200);

        assertThat(same.body()).isEqualTo(shop.made.body());
        assertThat(same.header("ETag")).isEqualTo(shop.made.header("ETag"));
    }

    @Test
    void lists_are_filtered_and_paged_newest_first() {
        String mark = "Mark" + Shop.newCode();
        List<String> codes = List.of(Shop.newCode(), Shop.newCode(), Shop.newCode());
        codes.forEach(code -> http.post("/v1/products", product(code, "name", mark + " " + code))
                .expect(201));

        Answer first = http.get("/v1/products?limit=2&q=" + mark.toUpperCase(Locale.ROOT))
                .expect(200);
        Answer rest = http.get("/v1/products?limit=2&q=" + mark + "&after=" + first.text("/next"))
                .expect(200);

        assertThat(first.list("/data")).hasSize(2);
        assertThat(first.at("/data/0/code")).isEqualTo(codes.get(2));
        assertThat(rest.list("/data")).hasSize(1);
        assertThat(rest.at("/data/0/code")).isEqualTo(codes.get(0));
        assertThat(rest.at("/next")).isNull();
        assertThat(http.get("/v1/products?kind=content&q=" + mark).list("/data"))
                .isEmpty();
        assertThat(http.get("/v1/products?kind=software&q=" + mark).list("/data"))
                .hasSize(3);
        assertThat(http.get("/v1/products?q=" + codes.get(0)).list("/data")).isNotEmpty();
    }

    @Test
    void a_bad_filter_is_refused() {
        http.get("/v1/products?kind=hardware").invalid("kind");
        http.get("/v1/products?colour=red").invalid("colour");
        http.get("/v1/products?q=" + "x".repeat(201)).invalid("q");
        http.get("/v1/products?limit=0").expect(422);
        http.get("/v1/products?limit=201").expect(422);
        http.get("/v1/products?after=nonsense").expect(422);
    }

    @Test
    void nobody_reads_or_writes_without_a_key() {
        http.anonymous().get("/v1/products").expect(401);
        http.anonymous()
                .post("/v1/products", product(Shop.newCode(), "kind", "content"))
                .expect(401);
    }

    @Test
    void a_key_does_what_its_scopes_say_and_no_more() {
        String key = http.post("/v1/api-keys", Map.of("name", "Reader", "scopes", List.of("catalog:read")))
                .expect(201)
                .text("/key");
        Http reader = http.withApiKey(key);
        Shop shop = new Shop();

        reader.get(shop.path).expect(200);
        reader.patch(shop.path, Map.of("name", "Other")).expect(403);
        reader.post("/v1/plans", Map.of()).expect(403);
        reader.get("/v1/customers").expect(403);
        reader.post("/v1/customers", Map.of()).expect(403);
    }

    static Map<String, @Nullable Object> product(String code, String field, @Nullable String value) {
        Map<String, @Nullable Object> product = new LinkedHashMap<>();
        product.put("code", code);
        product.put("name", "Notes");
        product.put("kind", "software");
        product.put(field, value);
        return product;
    }
}
