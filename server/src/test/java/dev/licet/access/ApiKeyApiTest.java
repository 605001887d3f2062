package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyApiTest {
    private final TestServer server = TestServer.shared();
    private final Http http = server.http();

    @Test
    void a_key_is_shown_once_and_works() {
        Answer made = make("CI", "catalog:read", "keys:read").expect(201);
        String id = made.text("/id");

        assertThat(made.text("/key")).matches("licet_[A-Za-z0-9_-]{43}");
        assertThat(made.header("Location")).isEqualTo("/v1/api-keys/" + id);
        Answer read = server.http()
                .withApiKey(made.text("/key"))
                .get("/v1/api-keys/" + id)
                .expect(200);
        assertThat(read.body()).doesNotContain(made.text("/key"));
        assertThat(read.at("/key")).isNull();
        assertThat(read.text("/name")).isEqualTo("CI");
        assertThat(read.list("/scopes")).isEqualTo(List.of("catalog:read", "keys:read"));
        assertThat(read.header("ETag")).isNotNull();
    }

    @Test
    void keys_are_listed_newest_first_with_a_cursor() {
        String older = make("older", "catalog:read").text("/id");
        String newer = make("newer", "catalog:read").text("/id");

        Answer first = http.get("/v1/api-keys?limit=1").expect(200);
        assertThat(first.text("/data/0/id")).isEqualTo(newer);
        Answer second =
                http.get("/v1/api-keys?limit=1&after=" + first.text("/next")).expect(200);
        assertThat(second.text("/data/0/id")).isEqualTo(older);
    }

    @Test
    void a_change_holds_from_the_next_request_on() {
        Answer made = make("CI", "catalog:read");
        Http its = http.withApiKey(made.text("/key"));
        its.get("/v1/api-keys").problem(403, "FORBIDDEN");

        Answer changed = http.patch(path(made), Map.of("scopes", List.of("keys:read"), "name", "Build"))
                .expect(200);
        assertThat(changed.text("/name")).isEqualTo("Build");
        its.get("/v1/api-keys").expect(200);
    }

    @Test
    void a_revoked_key_stays_in_sight_and_never_works_again() {
        Answer made = make("CI", "keys:read");

        http.delete(path(made)).expect(204);
        http.delete(path(made)).expect(204);
        http.withApiKey(made.text("/key")).get("/v1/api-keys").problem(401, "UNAUTHORIZED");
        assertThat(http.get(path(made)).expect(200).at("/revokedAt")).isNotNull();
        http.patch(path(made), Map.of("name", "again")).problem(409, "KEY_REVOKED");
    }

    @Test
    void nobody_gives_a_scope_that_they_lack() {
        Http maker = http.withApiKey(make("maker", "keys:write", "catalog:read").text("/key"));

        Answer more = maker.post(
                        "/v1/api-keys", Map.of("name", "x", "scopes", List.of("catalog:read", "licenses:write")))
                .problem(403, "FORBIDDEN");
        assertThat(more.text("/detail")).contains("licenses:write");
        assertThat(more.text("/scope")).isEqualTo("licenses:write");

        Answer own = maker.post("/v1/api-keys", Map.of("name", "x", "scopes", List.of("catalog:read")))
                .expect(201);
        maker.patch(path(own), Map.of("scopes", List.of("catalog:read", "keys:read")))
                .problem(403, "FORBIDDEN");
    }

    @Test
    void who_renames_a_mightier_key_need_not_have_its_scopes() {
        Http maker = http.withApiKey(make("maker", "keys:write").text("/key"));
        Answer mighty = make("mighty", "licenses:write");

        maker.patch(path(mighty), Map.of("name", "renamed")).expect(200);
    }

    @Test
    void bad_values_are_named() {
        http.post("/v1/api-keys", Map.of()).invalid("/name").invalid("/scopes");
        http.post("/v1/api-keys", Map.of("name", " ", "scopes", List.of()))
                .invalid("/name")
                .invalid("/scopes");
        http.post("/v1/api-keys", Map.of("name", "x", "scopes", List.of("keys:read", "nonsense")))
                .invalid("/scopes/1");
        http.post("/v1/api-keys", Map.of("name", "x", "scopes", Arrays.asList("keys:read", null)))
                .invalid("/scopes/1");
        http.post(
                        "/v1/api-keys",
                        Map.of("name", "x", "scopes", List.of("keys:read"), "expiresAt", "2020-01-01T00:00:00Z"))
                .invalid("/expiresAt");
        http.post("/v1/api-keys", Map.of("name", "x", "scopes", List.of("keys:read"), "nonsense", 1))
                .invalid("/nonsense");
        http.post("/v1/api-keys", Map.of("name", "x".repeat(201), "scopes", List.of("keys:read")))
                .invalid("/name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "key_00000000000000000000000000",
                "prod_00000000000000000000000000",
                "%00",
                "' or 1=1"
            })
    void other_ids_are_not_found(String id) {
        String path = "/v1/api-keys/" + id.replace(" ", "%20");
        int status = http.get(path).status();
        assertThat(status).isIn(400, 404);
        assertThat(http.delete(path).status()).isEqualTo(status);
    }

    @Test
    void a_stale_change_is_refused() {
        Answer made = make("CI", "keys:read");
        String old = String.valueOf(made.header("ETag"));
        http.with("If-Match", old).patch(path(made), Map.of("name", "second")).expect(200);

        http.with("If-Match", old).patch(path(made), Map.of("name", "third")).problem(412, "STALE");
        http.with("If-Match", old).delete(path(made)).problem(412, "STALE");
        assertThat(http.get(path(made)).text("/name")).isEqualTo("second");
    }

    @Test
    void null_takes_the_end_away() {
        Map<String, Object> body = new HashMap<>(Map.of("name", "CI", "scopes", List.of("keys:read")));
        body.put("expiresAt", "2099-01-01T00:00:00Z");
        Answer made = http.post("/v1/api-keys", body).expect(201);
        assertThat(made.text("/expiresAt")).isEqualTo("2099-01-01T00:00:00Z");

        Map<String, Object> patch = new HashMap<>();
        patch.put("expiresAt", null);
        assertThat(http.patch(path(made), patch).expect(200).at("/expiresAt")).isNull();
    }

    @Test
    void every_change_is_an_event_without_the_key() {
        Answer made = make("CI", "keys:read");
        http.patch(path(made), Map.of("name", "Build")).expect(200);
        http.patch(path(made), Map.of("name", "Build")).expect(200);
        http.delete(path(made)).expect(204);

        List<String> events = server.jdbc()
                .sql("select type || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '') from events"
                        + " where subject = :id order by id")
                .param("id", made.text("/id"))
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).startsWith("key.created ").contains("CI").doesNotContain(made.text("/key"));
        assertThat(events.get(1)).startsWith("key.changed ").contains("CI").contains("Build");
        assertThat(events.get(2)).startsWith("key.revoked ").contains("revokedAt");
    }

    private Answer make(String name, String... scopes) {
        return http.post("/v1/api-keys", Map.of("name", name, "scopes", List.of(scopes)))
                .expect(201);
    }

    private static String path(Answer made) {
        return "/v1/api-keys/" + made.text("/id");
    }
}
