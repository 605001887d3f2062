package dev.licet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: it keeps cookies, follows on, and sends forms with the token that the page gave it. */
public final class Browser {
    public static final String PASSWORD = "correct horse battery staple";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    public final Map<String, String> cookies = new LinkedHashMap<>();
    private final Http http;
    private @Nullable String token;

    public Browser(TestServer server) {
        this.http = new Http(server.url());
    }

    /** Signed in as the owner that the settings named. */
    public static Browser owner(TestServer server) {
        return new Browser(server).signIn("owner@example.com", PASSWORD);
    }

    public static Map<String, String> settings() {
        return Map.of("LICET_ADMIN_EMAIL", "owner@example.com", "LICET_ADMIN_PASSWORD", PASSWORD);
    }

    public Browser signIn(String email, String password) {
        get("/console/sign-in").expect(200);
        Answer answer = post("/console/sign-in", Map.of("email", email, "password", password));
        assertThat(answer.status()).as(answer::toString).isEqualTo(303);
        get("/console").expect(200);
        return this;
    }

    /** What comes after the redirects. */
    public Answer open(String path) {
        Answer answer = get(path);
        for (int i = 0; i < 5 && answer.status() == 303; i++) {
            answer = get(String.valueOf(answer.header("Location")));
        }
        return answer;
    }

    public Answer get(String path) {
        return remember(client().get(path));
    }

    /** Sends the form with the token of the page that was seen last. */
    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token != null) {
            all.put("csrf", token);
        }
        return postBare(path, all);
    }

    /** Sends a form and goes where it leads. */
    public Answer submit(String path, Map<String, String> fields) {
        Answer answer = post(path, fields);
        assertThat(answer.status()).as(answer::toString).isEqualTo(303);
        return open(String.valueOf(answer.header("Location")));
    }

    public Answer postBare(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return remember(client().send(
                        "POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8)));
    }

    public @Nullable String token() {
        return token;
    }

    public Http client() {
        String header = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? http : http.with("Cookie", header);
    }

    private Answer remember(Answer answer) {
        List<String> set = answer.response().headers().allValues("Set-Cookie");
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    public static String path(Answer redirect) {
        return URI.create(String.valueOf(redirect.header("Location"))).getPath();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
