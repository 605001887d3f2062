package dev.licet.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Browser;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sends nonsense to every route that the server has, also to those that were added after this test: whatever comes in, the
 * answer is what the contract says and never an error of the server.
 */
class HostileInputTest {
    private static final TestServer SERVER = TestServer.start(settings());
    private static final Http HTTP = SERVER.http();
    private static final Browser STAFF = Browser.owner(SERVER);
    private static final List<Route> ROUTES = Route.all(SERVER);

    private final Samples samples = samples();
    private final Set<String> failures = new TreeSet<>();

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Browser.settings());
        settings.put("logging.level.dev.licet.access", "warn");
        return settings;
    }

    /** Screens are for staff who are signed in, everything else for API keys. */
    private static Http http(Route route) {
        return route.isScreen() && !route.pattern().contains("sign-")
                ? STAFF.client().with("X-Csrf", String.valueOf(STAFF.token()))
                : HTTP;
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** New ones for each test, at the real time, whatever the one before did. */
    private static Samples samples() {
        HTTP.delete("/v1/sandbox/clock").expect(200);
        return new Samples(HTTP);
    }

    private void check(Route route, Answer answer, Object sent) {
        String type = String.valueOf(answer.header("Content-Type"));
        boolean isPage = (route.isScreen() || route.pattern().startsWith("/verify")) && type.startsWith("text/html");
        boolean isProblem = isPage || type.equals("application/problem+json");
        String leak = Stream.of(
                        "\tat ",
                        "Exception",
                        "org.postgresql",
                        "org.springframework",
                        "dev.licet.",
                        "SQLSTATE",
                        "insert into")
                .filter(answer.body()::contains)
                .findFirst()
                .orElse("");
        boolean leaks = !leak.isEmpty() && !route.pattern().equals("/metrics");
        if (answer.status() >= 500 || (answer.status() >= 400 && !isProblem) || leaks) {
            String what = String.valueOf(sent);
            failures.add(route + " " + answer.status() + " " + leak + " for "
                    + what.substring(0, Math.min(300, what.length())));
        }
    }

    private void send(Route route, @Nullable Object body) {
        String json = Values.json(Samples.fresh(body));
        String type = route.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
        check(route, HTTP.send(route.method(), samples.path(route.pattern()), type, json.getBytes(UTF_8)), json);
    }

    private void noneFailed() {
        assertThat(failures)
                .as("%s answers that no input may cause", failures.size())
                .isEmpty();
    }

    @Test
    void itKnowsTheRoutes() {
        assertThat(ROUTES).hasSizeGreaterThan(40);
        assertThat(ROUTES)
                .allSatisfy(route -> assertThat(samples.path(route.pattern()))
                        .as("Samples needs one for each part of the path")
                        .doesNotContain("{"));
    }

    @Test
    void anyValueInAnyField() {
        for (Route route : ROUTES.stream().filter(Route::takesBody).toList()) {
            Values.variants(samples.body(route)).forEach(body -> send(route, body));
        }
        noneFailed();
    }

    @Test
    void anyValueInAnyFieldUnderAnIdempotencyKey() {
        for (Route route : ROUTES.stream()
                .filter(r -> r.takesBody() && r.method().equals("POST"))
                .toList()) {
            for (Object body :
                    Values.variants(samples.body(route)).stream().limit(200).toList()) {
                byte[] json = Values.json(Samples.fresh(body)).getBytes(UTF_8);
                String key = java.util.UUID.randomUUID().toString();
                Answer first = HTTP.with("Idempotency-Key", key)
                        .send("POST", samples.path(route.pattern()), "application/json", json);
                Answer again = HTTP.with("Idempotency-Key", key)
                        .send("POST", samples.path(route.pattern()), "application/json", json);
                check(route, first, body == null ? "null" : body);
                assertThat(again.status()).isEqualTo(first.status());
                assertThat(again.body()).isEqualTo(first.body());
            }
        }
        noneFailed();
    }

    @Test
    void anyBody() {
        List<byte[]> bodies = Stream.of(
                        "",
                        " ",
                        "{",
                        "}",
                        "{}{}",
                        "[",
                        "{\"a\":1,\"a\":2}",
                        "[".repeat(5000),
                        "\u0000",
                        "{}\u0000",
                        "\uFEFF{}",
                        "{\"code\":\"" + "x".repeat(2_000_000) + "\"}")
                .map(text -> text.getBytes(UTF_8))
                .toList();
        for (Route route : ROUTES) {
            String path = samples.path(route.pattern());
            for (byte[] body : bodies) {
                check(route, http(route).send(route.method(), path, "application/json", body), new String(body, UTF_8));
            }
            byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
            check(route, http(route).send(route.method(), path, "application/json", notUtf8), "bad UTF-8");
            for (String type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "application/xml",
                    "*/*")) {
                check(route, http(route).send(route.method(), path, type, "{}".getBytes(UTF_8)), type);
            }
        }
        noneFailed();
    }

    @Test
    void anyPath() {
        for (Route route : ROUTES) {
            for (String variable : route.variables()) {
                for (String text : texts()) {
                    String path = samples.path(route.pattern().replace("{" + variable + "}", encoded(text)));
                    check(
                            route,
                            http(route)
                                    .send(
                                            route.method(),
                                            path,
                                            route.takesBody() ? "application/json" : null,
                                            body(route)),
                            path);
                }
            }
        }
        noneFailed();
    }

    @Test
    void anyQuery() {
        for (Route route : ROUTES) {
            for (String name : queries(route)) {
                for (String text : texts()) {
                    String path = samples.path(route.pattern()) + "?" + encoded(name) + "=" + encoded(text);
                    check(
                            route,
                            http(route)
                                    .send(
                                            route.method(),
                                            path,
                                            route.takesBody() ? "application/json" : null,
                                            body(route)),
                            path);
                }
            }
        }
        noneFailed();
    }

    @Test
    void anyHeader() {
        Map<String, List<String>> headers = Map.of(
                "Authorization",
                        List.of(
                                " ",
                                "nonsense",
                                "Bearer",
                                "Bearer  x",
                                "License",
                                "License x",
                                "Basic YTpi",
                                "x".repeat(3000)),
                "If-Match", List.of("*", "\"", "1", "\"1\",", "W/\"1\"", "x".repeat(3000)),
                "If-None-Match", List.of("*", "\"", "nonsense"),
                "Idempotency-Key", List.of(" ", "a b", "x".repeat(3000)),
                "Accept", List.of("nonsense", "*"),
                "X-Request-Id", List.of("'; drop table events; --"));
        for (Route route : ROUTES) {
            headers.forEach((name, values) -> values.forEach(value -> {
                Http http = http(route).with(name, value);
                String type = route.takesBody() ? "application/json" : null;
                check(
                        route,
                        http.send(route.method(), samples.path(route.pattern()), type, body(route)),
                        name + ": " + value);
            }));
        }
        noneFailed();
    }

    @Test
    void atTheEndOfTimeToo() {
        HTTP.put("/v1/sandbox/clock", Map.of("at", "9999-12-29T00:00:00Z")).expect(200);
        for (Route route : ROUTES) {
            if (!route.pattern().contains("sandbox")) {
                Answer answer = HTTP.send(
                        route.method(),
                        samples.path(route.pattern()),
                        route.takesBody() ? "application/json" : null,
                        body(route));
                check(route, answer, "a good request in 9999");
            }
        }
        HTTP.put("/v1/sandbox/clock", Map.of("at", "1970-01-01T00:00:00Z")).expect(200);
        for (Route route : ROUTES) {
            Answer answer = HTTP.send(
                    route.method(),
                    samples.path(route.pattern()),
                    route.takesBody() ? "application/json" : null,
                    body(route));
            check(route, answer, "a good request in 1970");
        }
        HTTP.delete("/v1/sandbox/clock").expect(200);
        noneFailed();
    }

    @Test
    void textsComeBackAsTheyWereSent() {
        for (String text : Values.TEXTS) {
            Map<String, Object> customer = Map.of(
                    "kind",
                    "organization",
                    "name",
                    text,
                    "email",
                    "a@example.com",
                    "country",
                    "DE",
                    "metadata",
                    Map.of("note", text, "<b>", "x"));
            String id = HTTP.post("/v1/customers", customer).expect(201).text("/id");
            Answer read = HTTP.get("/v1/customers/" + id).expect(200);
            assertThat(read.text("/name")).isEqualTo(text);
            assertThat(read.text("/metadata/note")).isEqualTo(text);
            assertThat(HTTP.get("/v1/events?subject=" + id).text("/data/0/after/name"))
                    .isEqualTo(text);
        }
    }

    private byte @Nullable [] body(Route route) {
        return route.takesBody()
                ? Values.json(Samples.fresh(samples.body(route))).getBytes(UTF_8)
                : null;
    }

    private static List<String> texts() {
        return Stream.concat(
                        Values.TEXTS.stream(),
                        Stream.of(
                                "\u0000",
                                "a\u0000b",
                                "x".repeat(5000),
                                "lic_00000000000000000000000000",
                                "lic_7zzzzzzzzzzzzzzzzzzzzzzzzz",
                                "-1",
                                "0",
                                "99999999999999999999",
                                "null",
                                "é",
                                "9999-12-31T23:59:59Z",
                                "%",
                                "*",
                                "A".repeat(22)))
                .toList();
    }

    private static List<String> queries(Route route) {
        Stream<String> known = Stream.of(route.handler().getMethodParameters())
                .flatMap(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        ? Stream.of(parameter.getParameter().getName())
                        : parameter.getParameterType().isRecord()
                                ? Stream.of(parameter.getParameterType().getRecordComponents())
                                        .map(c -> c.getName())
                                : Stream.<String>of());
        return Stream.concat(known, Stream.of("unknown", "\u0000")).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
