package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureApiTest {
    private final Shop shop = new Shop();
    private final Http http = shop.http;
    private final String path = shop.path + "/features";

    @ParameterizedTest
    @ValueSource(strings = {"switch", "number", "text", "metered"})
    void a_feature_of_each_type_is_made_and_read_by_id_and_code(String type) {
        Answer made = http.post(path, feature("maxNotes", "type", type)).expect(201);

        assertThat(made.text("/id")).startsWith("feat_");
        assertThat(made.text("/type")).isEqualTo(type);
        assertThat(made.text("/kind")).isEqualTo("software");
        assertThat(made.header("Location")).isEqualTo(path + "/maxNotes");
        assertThat(http.get(path + "/maxNotes").expect(200).body()).isEqualTo(made.body());
        assertThat(http.get(path + "/" + made.text("/id")).expect(200).body()).isEqualTo(made.body());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "code, null",
                "code, ''",
                "code, 1st",
                "code, max notes",
                "code, a/b",
                "code, feat_01jd5k2v8xf0r9w3m6q4t7y1za",
                "name, null",
                "name, ' '",
                "type, null",
                "type, flag",
                "unit, ''",
                "unit, 12345678901234567890123456789012345678901",
                "kind, hardware",
            })
    void a_bad_value_is_refused_by_name(String field, @Nullable String value) {
        http.post(path, feature("export", field, value)).invalid("/" + field);
    }

    @Test
    void codes_are_free_with_capitals_dots_and_hyphens() {
        for (String code : new String[] {"apiCalls", "API", "a.b-c_d", "x".repeat(64)}) {
            http.post(path, feature(code, "unit", "calls")).expect(201);
            assertThat(http.get(path + "/" + code).expect(200).text("/unit")).isEqualTo("calls");
        }
    }

    @Test
    void a_code_is_taken_once_in_a_product() {
        http.post(path, feature("export", "type", "switch")).expect(201);

        http.post(path, feature("export", "type", "number")).problem(409, "CODE_TAKEN");
        http.post(new Shop().path + "/features", feature("export", "type", "number"))
                .expect(201);
    }

    @Test
    void code_and_type_stay() {
        http.post(path, feature("export", "type", "switch")).expect(201);

        http.patch(path + "/export", Map.of("type", "number")).invalid("/type");
        http.patch(path + "/export", Map.of("code", "exports")).invalid("/code");
        http.patch(path + "/export", Map.of("unit", "")).invalid("/unit");
        Answer changed = http.patch(path + "/export", Map.of("name", "Export to PDF", "kind", "service"))
                .expect(200);
        assertThat(changed.text("/name")).isEqualTo("Export to PDF");
        assertThat(changed.text("/kind")).isEqualTo("service");
        assertThat(http.get(path + "/export").body()).isEqualTo(changed.body());
    }

    @Test
    void a_stale_patch_is_refused() {
        Answer made = http.post(path, feature("export", "type", "switch")).expect(201);
        Http seen = http.with("If-Match", String.valueOf(made.header("ETag")));

        seen.patch(path + "/export", Map.of("name", "First")).expect(200);
        seen.patch(path + "/export", Map.of("name", "Second")).problem(412, "STALE");
    }

    @Test
    void another_product_s_feature_is_not_found() {
        String id = http.post(path, feature("export", "type", "switch")).text("/id");
        String other = new Shop().path + "/features/";

        http.get(other + "export").problem(404, "NOT_FOUND");
        http.get(other + id).problem(404, "NOT_FOUND");
        http.patch(other + id, Map.of("name", "x")).problem(404, "NOT_FOUND");
        http.get("/v1/products/no-such/features").problem(404, "NOT_FOUND");
        http.post("/v1/products/no-such/features", feature("export", "type", "switch"))
                .problem(404, "NOT_FOUND");
    }

    @Test
    void lists_are_paged_newest_first() {
        shop.feature("a", "switch").feature("b", "number").feature("c", "text");

        Answer first = http.get(path + "?limit=2").expect(200);

        assertThat(first.at("/data/0/code")).isEqualTo("c");
        Answer rest = http.get(path + "?limit=2&after=" + first.text("/next")).expect(200);
        assertThat(rest.at("/data/0/code")).isEqualTo("a");
        assertThat(rest.at("/next")).isNull();
    }

    @Test
    void r17_a_service_is_a_feature_of_its_own_kind() {
        Map<String, Object> support = Map.of("code", "support", "name", "Support", "type", "text", "kind", "service");

        assertThat(http.post(path, support).expect(201).text("/kind")).isEqualTo("service");

        Answer plan =
                shop.plan("enterprise", Map.of("support", "gold"), Map.of()).expect(201);
        assertThat(plan.at("/features/support")).isEqualTo("gold");
    }

    private static Map<String, @Nullable Object> feature(String code, String field, @Nullable String value) {
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("code", code);
        feature.put("name", "Export");
        feature.put("type", "switch");
        feature.put(field, value);
        return feature;
    }
}
