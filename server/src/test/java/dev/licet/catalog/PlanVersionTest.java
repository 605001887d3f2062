package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R18: the catalogue has versions, so that the model changes and what was sold does not. */
class PlanVersionTest {
    private final Shop shop = new Shop().feature("export", "switch").feature("maxNotes", "number");
    private final Http http = shop.http;
    private final Answer made = shop.plan("pro", Map.of("export", true, "maxNotes", 500), Map.of("devices", 3))
            .expect(201);
    private final String path = "/v1/plans/" + made.text("/id");

    @Test
    void r18_another_policy_makes_another_version() {
        Answer changed =
                http.patch(path, Map.of("policy", Map.of("devices", 5))).expect(200);

        assertThat(changed.at("/version")).hasToString("2");
        assertThat(changed.at("/policy/devices")).hasToString("5");
        assertThat(changed.at("/features")).isEqualTo(made.at("/features"));
        assertThat(http.get(path).body()).isEqualTo(changed.body());
        Answer first = http.get(path + "?version=1").expect(200);
        assertThat(first.at("/policy")).isEqualTo(made.at("/policy"));
        assertThat(first.at("/version")).hasToString("1");
        assertThat(http.get(path + "?version=2").body()).isEqualTo(changed.body());
    }

    @Test
    void r18_other_features_make_another_version() {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        features.put("export", null);
        features.put("maxNotes", 1000);

        Answer changed = http.patch(path, Map.of("features", features)).expect(200);

        assertThat(changed.at("/version")).hasToString("2");
        assertThat(changed.at("/features")).hasToString("{maxNotes=1000}");
        assertThat(http.get(path + "?version=1").at("/features")).isEqualTo(made.at("/features"));
    }

    @Test
    void a_name_is_no_version() {
        Answer changed = http.patch(path, Map.of("name", "Professional")).expect(200);

        assertThat(changed.at("/version")).hasToString("1");
        assertThat(changed.text("/name")).isEqualTo("Professional");
        assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag"));
    }

    @Test
    void the_same_again_is_no_change() {
        Answer same = http.patch(path, Map.of("features", Map.of("maxNotes", 500), "policy", Map.of("devices", 3)))
                .expect(200);

        assertThat(same.body()).isEqualTo(made.body());
        assertThat(same.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @Test
    void null_takes_a_field_of_the_policy_back_to_its_default() {
        Map<String, @Nullable Object> none = new LinkedHashMap<>();
        none.put("devices", null);

        assertThat(http.patch(path, Map.of("policy", none)).expect(200).at("/policy/devices"))
                .isNull();
    }

    @Test
    void all_versions_are_listed_newest_first() {
        http.patch(path, Map.of("policy", Map.of("devices", 4))).expect(200);
        http.patch(path, Map.of("policy", Map.of("devices", 5))).expect(200);

        Answer first = http.get(path + "/versions?limit=2").expect(200);

        assertThat(first.at("/data/0/version")).hasToString("3");
        assertThat(first.at("/data/0/policy/devices")).hasToString("5");
        Answer rest = http.get(path + "/versions?limit=2&after=" + first.text("/next"));
        assertThat(rest.at("/data/0/version")).hasToString("1");
        assertThat(rest.at("/next")).isNull();
    }

    @Test
    void a_version_that_is_not_there_is_not_found() {
        http.get(path + "?version=2").problem(404, "NOT_FOUND");
        http.get(path + "?version=-1").problem(404, "NOT_FOUND");
        http.get(path + "?version=first").problem(422, "INVALID");
        http.get(path + "?version=99999999999").problem(422, "INVALID");
    }

    @Test
    void a_stale_patch_is_refused() {
        Http seen = http.with("If-Match", String.valueOf(made.header("ETag")));

        seen.patch(path, Map.of("name", "First")).expect(200);
        seen.patch(path, Map.of("policy", Map.of("devices", 9))).problem(412, "STALE");

        assertThat(http.get(path).at("/version")).hasToString("1");
    }

    @Test
    void a_version_cannot_be_touched_even_by_hand() {
        var touch = TestServer.shared().jdbc().sql("update plan_versions set features = '{}'");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(touch::update))
                .hasMessageContaining("append-only");
    }
}
