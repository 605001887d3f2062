package dev.licet.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.Browser;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff do with licences at the screen. */
class LicenseScreensTest {
    private static final TestServer SERVER = TestServer.start(Browser.settings());
    private static final Pattern KEY = Pattern.compile("id=\"key\">([^<]+)<");

    private final Http api = SERVER.http();
    private final Browser browser = Browser.owner(SERVER);
    private final String product =
            "p" + Uuid7.next().toString().replace("-", "").substring(16);
    private String plan = "";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void catalogue() {
        api.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", "software"))
                .expect(201);
        api.post("/v1/products/" + product + "/features", Map.of("code", "export", "name", "Export", "type", "switch"))
                .expect(201);
        plan = api.post(
                        "/v1/plans",
                        Map.of(
                                "product",
                                product,
                                "code",
                                "pro",
                                "name",
                                "Pro",
                                "features",
                                Map.of("export", true),
                                "policy",
                                Map.of("term", "P1Y", "devices", 2, "users", 3)))
                .expect(201)
                .text("/id");
    }

    @Test
    void R19_a_licence_is_issued_by_a_form_and_the_record_names_the_person() {
        api.post(
                        "/v1/customers",
                        Map.of(
                                "kind",
                                "organization",
                                "name",
                                "Analytical Engines",
                                "email",
                                product + "@example.com",
                                "country",
                                "GB"))
                .expect(201);
        browser.get("/console/issue").expect(200);
        Answer page = browser.post(
                        "/console/issue",
                        Map.of(
                                "plan",
                                plan,
                                "customer",
                                product + "@example.com",
                                "devices",
                                "5",
                                "assign",
                                "ada@example.com, bob@example.com",
                                "expiresAt",
                                "2099-12-31",
                                "note",
                                "by phone"))
                .expect(200);
        String key = key(page);
        assertThat(page.body()).contains("Analytical Engines", "by phone", "ada@example.com", "0 / 5", "1 Jan 2100");
        Answer license = api.get("/v1/licenses?q=" + key).expect(200);
        String id = license.text("/data/0/id");
        assertThat(license.at("/data/0/expiresAt")).isEqualTo("2100-01-01T00:00:00Z");
        Answer history = api.get("/v1/licenses/" + id + "/history").expect(200);
        assertThat(history.body()).contains("license.issued", "\"actor\":\"staff_");
        assertThat(browser.get("/console/licenses/" + id).expect(200).body())
                .contains("Licence issued", "owner@example.com")
                .doesNotContain(key);
    }

    @Test
    void what_is_wrong_with_a_form_stands_at_its_fields() {
        browser.get("/console/issue").expect(200);
        Answer page = browser.post(
                "/console/issue",
                Map.of("plan", plan, "devices", "many", "expiresAt", "tomorrow", "customer", "<b>nobody"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("must be a whole number", "must be a day", "value=\"many\"", "&lt;b>nobody");
        page = browser.post("/console/issue", Map.of("plan", plan, "customer", "nobody", "assign", "not-an-address"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("is not the id or externalId of a customer");
    }

    @Test
    void each_act_asks_first_and_then_shows_in_state_and_history() {
        String id = issued();
        String acts = "/console/licenses/" + id + "/acts/";
        assertThat(browser.get("/console/licenses/" + id).body())
                .contains("Suspend")
                .doesNotContain("Resume</a>");
        assertThat(browser.get(acts + "suspend").expect(200).body()).contains("until the licence is resumed");
        Answer page = browser.submit(acts + "suspend", Map.of("reason", "unpaid"));
        assertThat(page.body()).contains("programs are refused from now on", "unpaid", "state-bad");
        page = browser.submit(acts + "resume", Map.of());
        assertThat(page.body()).contains("Licence resumed", "unpaid");
        String end = api.get("/v1/licenses/" + id).text("/expiresAt");
        browser.get(acts + "renew");
        browser.submit(acts + "renew", Map.of("term", "P1M"));
        assertThat(api.get("/v1/licenses/" + id).text("/expiresAt")).isGreaterThan(end);
        assertThat(browser.post(acts + "renew", Map.of("term", "soon"))
                        .expect(422)
                        .body())
                .contains("must be a span");
        browser.submit(acts + "expiry", Map.of("endless", "on"));
        assertThat(api.get("/v1/licenses/" + id).at("/expiresAt")).isNull();
        String before = api.get("/v1/licenses/" + id + "?revealKey=true").text("/key");
        String after = key(browser.post(acts + "replace-key", Map.of()).expect(200));
        assertThat(after).isNotEqualTo(before);
        assertThat(browser.post(acts + "revoke", Map.of("reason", "fraud"))
                        .expect(422)
                        .body())
                .contains("confirm that you know");
        browser.submit(acts + "revoke", Map.of("reason", "fraud", "confirm", "on"));
        assertThat(api.get("/v1/licenses/" + id).text("/state")).isEqualTo("revoked");
        assertThat(browser.post(acts + "suspend", Map.of()).expect(409).body()).contains("revoked");
        browser.get(acts + "dance").expect(404);
    }

    @Test
    void the_key_is_masked_until_it_is_asked_for_and_then_on_record() {
        String id = issued();
        String key = api.get("/v1/licenses/" + id + "?revealKey=true").text("/key");
        assertThat(browser.get("/console/licenses/" + id).body()).doesNotContain(key);
        assertThat(browser.post("/console/licenses/" + id + "/key", Map.of())
                        .expect(200)
                        .body())
                .contains(key, "Key shown");
    }

    @Test
    void devices_and_users_are_freed() {
        String id = issued();
        String key = api.get("/v1/licenses/" + id + "?revealKey=true").text("/key");
        String page = "/console/licenses/" + id;
        browser.get(page);
        browser.submit(page + "/users", Map.of("user", "ada@example.com"));
        api.anonymous()
                .post(
                        "/v1/activations",
                        Map.of(
                                "key",
                                key,
                                "user",
                                "ada@example.com",
                                "device",
                                Map.of("fingerprint", "f-1", "name", "Ada's laptop")))
                .expect(201);
        Answer shown = browser.get(page);
        assertThat(shown.body()).contains("Ada&#39;s laptop", "1 / 2");
        Matcher device = Pattern.compile("/devices/(dev_[0-9a-z]+)/release").matcher(shown.body());
        assertThat(device.find()).isTrue();
        assertThat(browser.submit(page + "/devices/" + device.group(1) + "/release", Map.of())
                        .body())
                .contains("The place of the device is free", "0 / 2");
        browser.post(page + "/devices/" + device.group(1) + "/release", Map.of())
                .expect(404);
        assertThat(browser.submit(page + "/users/free", Map.of("user", "ada@example.com"))
                        .body())
                .contains("The seat is free", "0 / 3");
    }

    @Test
    void why_says_the_code_the_detail_and_the_place_of_the_rule() {
        String id = issued();
        String why = "/console/licenses/" + id + "/why";
        Answer page = browser.get(why + "?device=f-9&user=eve%40example.com").expect(200);
        assertThat(page.body()).contains("USER_NOT_ASSIGNED", "Rule 13 of 22 refuses it");
        page = browser.get(why + "?feature=export,other&user=&device=").expect(200);
        assertThat(page.body()).contains("USER_REQUIRED");
        page = browser.get(why + "?at=2001-01-01T00:00").expect(200);
        assertThat(page.body()).contains("NOT_FOUND");
        page = browser.get(why + "?version=new").expect(200);
        assertThat(page.body()).contains("must be numbers with dots");
    }

    @Test
    void the_list_is_searched_filtered_and_paged() {
        for (int i = 0; i < 3; i++) {
            issued();
        }
        String list = "/console/licenses?product=" + product;
        Answer first = browser.get(list + "&limit=2").expect(200);
        Matcher next = Pattern.compile("href=\"([^\"]*after=[^\"]+)\"").matcher(first.body());
        assertThat(next.find()).isTrue();
        assertThat(browser.get(next.group(1).replace("&amp;", "&")).expect(200).body())
                .contains(product);
        assertThat(browser.get(list + "&state=revoked").body()).contains("No licence fits");
        assertThat(browser.get(list + "&state=nonsense").expect(200).body()).contains("is no state");
        assertThat(browser.get("/console/licenses?q=%25%27%22%3Cscript%3E")
                        .expect(200)
                        .body())
                .contains("No licence fits")
                .doesNotContain("<script>\"");
    }

    @Test
    void the_overview_shows_what_ends_and_what_is_over_its_limit() {
        String id = issued();
        api.put("/v1/licenses/" + id + "/expiry", Map.of("expiresAt", soon())).expect(200);
        Answer page = browser.get("/console").expect(200);
        assertThat(page.body()).contains(id, "Ends within 30 days", "New end");
        assertThat(browser.get("/console/over-limit").expect(200).body()).contains("No licence has more");
    }

    @Test
    void screens_come_in_four_languages_and_stay_small() {
        for (String tag : List.of("en", "zh", "ja", "de")) {
            Answer page = new Http(SERVER.url()).with("Accept-Language", tag).get("/console/sign-in");
            assertThat(page.body()).contains("<html lang=\"" + (tag.equals("zh") ? "zh-Hans" : tag) + "\"");
        }
        assertThat(browser.get("/console/licenses").response().body().length).isLessThan(100_000);
    }

    private static String soon() {
        return java.time.Instant.now().plus(java.time.Duration.ofDays(3)).toString();
    }

    private String issued() {
        return api.post("/v1/licenses", Map.of("plan", plan)).expect(201).text("/id");
    }

    private static String key(Answer page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page::toString).isTrue();
        return key.group(1).strip();
    }
}
