package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Releases of a product on record. */
class ReleaseApiTest {
    private static final Map<String, Object> RELEASE = Map.of(
            "version",
            "2.3.1",
            "releasedAt",
            "2027-03-01T12:00:00Z",
            "channel",
            "beta",
            "notes",
            "Fewer faults.",
            "upgradeUrl",
            "https://example.com/2.3.1");

    private final Shop shop = new Shop();
    private final String releases = shop.path + "/releases";

    @Test
    void aReleaseIsRecordedReadAndListed() {
        Answer made = shop.http.post(releases, RELEASE).expect(201);
        RELEASE.forEach((name, value) -> assertThat(made.at("/" + name)).isEqualTo(value));
        assertThat(made.text("/id")).startsWith("rel_");
        assertThat(made.header("Location")).isEqualTo(releases + "/" + made.text("/id"));
        assertThat(shop.http.get(releases + "/2.3.1").expect(200).json()).isEqualTo(made.json());
        assertThat(shop.http.get(releases + "/v2.3.1.0").expect(200).json()).isEqualTo(made.json());
        assertThat(shop.http.get(String.valueOf(made.header("Location"))).header("ETag"))
                .isEqualTo("\"1\"");

        Answer stable = shop.http.post(releases, Map.of("version", "2.4.0")).expect(201);
        assertThat(stable.at("/channel")).isEqualTo("stable");
        assertThat(stable.at("/releasedAt")).isEqualTo(stable.at("/createdAt"));
        assertThat(shop.http.get(releases).list("/data")).extracting("version").containsExactly("2.4.0", "2.3.1");
        assertThat(shop.http.get(releases + "?channel=beta").list("/data"))
                .extracting("version")
                .containsExactly("2.3.1");
    }

    @Test
    void aVersionIsRecordedOnceHoweverItIsWritten() {
        shop.http.post(releases, Map.of("version", "2.0")).expect(201);
        shop.http.post(releases, Map.of("version", "v2.0.0")).problem(409, "VERSION_TAKEN");
        shop.http.post(shop.path + "/releases", Map.of("version", "2.0.1")).expect(201);
        Shop other = new Shop();
        other.http.post(other.path + "/releases", Map.of("version", "2.0")).expect(201);
    }

    @Test
    void aReleaseIsChangedAndDeletedWithARecordOfIt() {
        Answer made = shop.http.post(releases, RELEASE).expect(201);
        Answer changed = shop.http
                .patch(releases + "/2.3.1", Map.of("channel", "stable", "releasedAt", "2027-04-01T00:00:00Z"))
                .expect(200);
        assertThat(changed.at("/channel")).isEqualTo("stable");
        assertThat(changed.at("/notes")).isEqualTo("Fewer faults.");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        shop.http.patch(releases + "/2.3.1", Map.of("channel", "stable")).expect(200);
        shop.http.patch(releases + "/2.3.1", Map.of("version", "2.3.2")).invalid("/version");
        shop.http
                .with("If-Match", "\"1\"")
                .patch(releases + "/2.3.1", Map.of("notes", "x"))
                .problem(412, "STALE");
        shop.http.with("If-Match", "\"1\"").delete(releases + "/2.3.1").problem(412, "STALE");
        shop.http.delete(releases + "/2.3.1").expect(204);
        shop.http.get(releases + "/2.3.1").problem(404, "NOT_FOUND");
        List<?> events = shop.http.get("/v1/events?subject=" + made.text("/id")).list("/data");
        assertThat(events).extracting("type").containsExactly("release.deleted", "release.changed", "release.created");
    }

    @Test
    void whatIsWrongIsSaid() {
        shop.http.post(releases, Map.of()).invalid("/version");
        shop.http.post(releases, Map.of("version", "new")).invalid("/version");
        shop.http.post(releases, Map.of("version", "1", "channel", "B")).invalid("/channel");
        shop.http
                .post(releases, Map.of("version", "1", "upgradeUrl", "file:///etc"))
                .invalid("/upgradeUrl");
        shop.http
                .post(releases, Map.of("version", "1", "upgradeUrl", "https://a:b@example.com"))
                .invalid("/upgradeUrl");
        shop.http
                .post(releases, Map.of("version", "1", "notes", "x".repeat(10_001)))
                .invalid("/notes");
        shop.http.get(releases + "?channel=B").invalid("channel");
        shop.http.get(releases + "/nothing").problem(404, "NOT_FOUND");
    }
}
