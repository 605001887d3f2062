package dev.licet.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.access.FirstStaff;
import dev.licet.testing.Answer;
import dev.licet.testing.Browser;
import dev.licet.testing.Clock;
import dev.licet.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who gets in, how long, and what is tried to get in otherwise. */
class SignInTest {
    private static final TestServer SERVER = TestServer.start(Browser.settings());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_right_password_opens_the_overview_and_is_on_record() {
        Browser browser = Browser.owner(SERVER);
        assertThat(browser.get("/console").expect(200).body()).contains("Overview");
        assertThat(events("staff.signed_in")).isNotEmpty();
        Answer out = browser.submit("/console/sign-out", Map.of());
        assertThat(out.body()).contains("You are signed out");
        assertThat(browser.get("/console").status()).isEqualTo(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_account_sound_the_same() {
        Browser browser = new Browser(SERVER);
        browser.get("/console/sign-in");
        Answer wrong = browser.post("/console/sign-in", Map.of("email", "owner@example.com", "password", "wrong"));
        assertThat(wrong.status()).isEqualTo(422);
        Answer unknown = browser.post("/console/sign-in", Map.of("email", "nobody@example.com", "password", "wrong"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(sentence(wrong)).isEqualTo(sentence(unknown)).isNotBlank();
        assertThat(events("staff.sign_in_refused")).contains("wrong password", "no such account");
    }

    @Test
    void whoever_is_not_signed_in_is_led_there_and_back() {
        Browser browser = new Browser(SERVER);
        Answer led = browser.get("/console/licenses?state=active");
        assertThat(led.header("Location")).isEqualTo("/console/sign-in?to=%2Fconsole%2Flicenses%3Fstate%3Dactive");
        browser.get(String.valueOf(led.header("Location"))).expect(200);
        Answer in = browser.post(
                "/console/sign-in",
                Map.of(
                        "email",
                        "owner@example.com",
                        "password",
                        Browser.PASSWORD,
                        "to",
                        "/console/licenses?state=active"));
        assertThat(in.header("Location")).isEqualTo("/console/licenses?state=active");
    }

    @Test
    void nobody_is_led_to_another_host() {
        for (String to : List.of(
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/console//evil.example/..//x\r\nSet-Cookie: a=b",
                "/consolex",
                "javascript:alert(1)",
                "/console@evil.example")) {
            Browser browser = new Browser(SERVER);
            browser.get("/console/sign-in").expect(200);
            Answer in = browser.post(
                    "/console/sign-in", Map.of("email", "owner@example.com", "password", Browser.PASSWORD, "to", to));
            assertThat(in.header("Location")).as(to).isEqualTo("/console");
        }
    }

    @Test
    void a_session_of_before_is_not_the_session_of_after() {
        Browser browser = new Browser(SERVER);
        browser.cookies.put("licet-session", "a-number-that-an-attacker-planted");
        browser.get("/console/sign-in").expect(200);
        browser.post("/console/sign-in", Map.of("email", "owner@example.com", "password", Browser.PASSWORD));
        String first = browser.cookies.get("licet-session");
        assertThat(first).isNotEqualTo("a-number-that-an-attacker-planted").hasSize(43);
        assertThat(new Browser(SERVER)
                        .signIn("owner@example.com", Browser.PASSWORD)
                        .cookies
                        .get("licet-session"))
                .isNotEqualTo(first);
    }

    @Test
    void cookies_are_for_this_server_only_and_not_for_scripts() {
        Browser browser = new Browser(SERVER);
        Answer page = browser.get("/console/sign-in");
        Answer in =
                browser.post("/console/sign-in", Map.of("email", "owner@example.com", "password", Browser.PASSWORD));
        for (Answer answer : List.of(page, in)) {
            assertThat(answer.response().headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("Path=/", "HttpOnly", "SameSite=Lax")
                            .doesNotContain("Domain"));
        }
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from staff_sessions s where row_to_json(s)::text like :token")
                        .param("token", "%" + browser.cookies.get("licet-session") + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_form_without_its_token_or_from_another_site_is_refused() {
        Browser browser = Browser.owner(SERVER);
        browser.postBare("/console/sign-out", Map.of()).expect(403);
        browser.postBare("/console/sign-out", Map.of("csrf", "AAAA")).expect(403);
        Browser other = Browser.owner(SERVER);
        browser.postBare("/console/sign-out", Map.of("csrf", String.valueOf(other.token())))
                .expect(403);
        byte[] form = ("csrf=" + browser.token()).getBytes(StandardCharsets.UTF_8);
        for (var header : Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            browser.client()
                    .with(header.getKey(), header.getValue())
                    .send("POST", "/console/sign-out", "application/x-www-form-urlencoded", form)
                    .expect(403);
        }
        browser.get("/console").expect(200);
        Browser stranger = new Browser(SERVER);
        stranger.postBare("/console/sign-in", Map.of("email", "owner@example.com", "password", Browser.PASSWORD))
                .expect(403);
    }

    @Test
    void a_session_opens_no_api_and_an_api_key_no_screen() {
        Browser browser = Browser.owner(SERVER);
        browser.client().get("/v1/licenses").problem(401, "UNAUTHORIZED");
        assertThat(SERVER.http().get("/console/licenses").status()).isEqualTo(303);
    }

    @Test
    void what_a_text_brings_along_does_not_run() {
        Browser browser = new Browser(SERVER);
        browser.get("/console/sign-in");
        String nasty = "\"><script>alert(1)</script>${7*7}";
        Answer page = browser.post("/console/sign-in", Map.of("email", nasty, "password", "x", "to", nasty));
        assertThat(page.body()).doesNotContain("<script>alert").contains("${7*7}");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void sessions_end_when_nobody_is_there_and_after_half_a_day() {
        try (TestServer server = TestServer.start(Browser.settings())) {
            Clock clock = new Clock(server.http());
            Browser idle = Browser.owner(server);
            clock.advance("PT29M");
            idle.get("/console").expect(200);
            clock.advance("PT31M");
            assertThat(idle.get("/console").status()).isEqualTo(303);
            Browser busy = Browser.owner(server);
            for (int i = 0; i < 28; i++) {
                clock.advance("PT25M");
                busy.get("/console").expect(200);
            }
            clock.advance("PT25M");
            assertThat(busy.get("/console").status()).isEqualTo(303);
        }
    }

    @Test
    void the_first_account_is_made_with_the_code_that_the_start_tells() {
        try (TestServer server = TestServer.start(Map.of())) {
            Browser browser = new Browser(server);
            assertThat(Browser.path(browser.get("/console/sign-in"))).isEqualTo("/console/set-up");
            browser.get("/console/set-up").expect(200);
            Map<String, String> form = Map.of(
                    "name", "Grace", "email", "grace@example.com", "password", Browser.PASSWORD, "code", "WRONG");
            assertThat(browser.post("/console/set-up", form).expect(422).body()).contains("is not the code");
            String code = server.bean(FirstStaff.class).code().orElseThrow();
            Map<String, String> right = new HashMap<>(form);
            right.put("code", code.toLowerCase(Locale.ROOT).replace("-", " "));
            right.put("password", "short");
            assertThat(browser.post("/console/set-up", right).expect(422).body())
                    .contains("must be 12 to 200");
            right.put("password", Browser.PASSWORD);
            assertThat(browser.submit("/console/set-up", right).body()).contains("Grace", "Overview");
            Browser late = new Browser(server);
            assertThat(Browser.path(late.get("/console/set-up"))).isEqualTo("/console/sign-in");
            server.restart();
            assertThat(server.bean(FirstStaff.class).code()).isEmpty();
        }
    }

    private static String sentence(Answer answer) {
        return answer.body().replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
    }

    private static String events(String type) {
        return SERVER.http()
                .get("/v1/events?limit=200&type=" + type)
                .expect(200)
                .body();
    }
}
