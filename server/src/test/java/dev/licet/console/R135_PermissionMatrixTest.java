package dev.licet.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.access.Role;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Public;
import dev.licet.testing.Answer;
import dev.licet.testing.Browser;
import dev.licet.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every screen and every act with every role, against a table in words: what does not stand there, nobody may. */
class R135_PermissionMatrixTest {
    private static final TestServer SERVER = TestServer.start(Browser.settings());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void each_role_gets_where_the_table_says_and_nowhere_else() {
        Map<String, Set<String>> table = table();
        Map<String, Browser> people = new TreeMap<>();
        Role.BUILT_IN.forEach(role -> people.put(role.code(), person(role.code())));
        List<String> wrong = new ArrayList<>();
        for (String route : signOutLast(routes())) {
            Set<String> allowed = table.getOrDefault(route, Set.of());
            people.forEach((role, browser) -> {
                Answer answer = call(browser, route);
                if (entered(answer) != (allowed.contains(role) || allowed.contains("all"))) {
                    wrong.add(role + " " + route + " " + answer.status());
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(table.keySet()).as("routes that there are not").isSubsetOf(routes());
    }

    @Test
    void nobody_who_is_not_signed_in_gets_anywhere() {
        Browser stranger = new Browser(SERVER);
        for (String route : routes()) {
            Answer answer = call(stranger, route);
            assertThat(answer.status()).as(route).isEqualTo(303);
            assertThat(String.valueOf(answer.header("Location"))).startsWith("/console/sign-in");
        }
    }

    @Test
    void a_denied_act_is_on_record() {
        Browser auditor = person("auditor");
        call(auditor, "POST /console/issue").expect(403);
        Answer denied = SERVER.http().get("/v1/events?type=staff.denied").expect(200);
        assertThat(denied.text("/data/0/after/scope")).isEqualTo("licenses:write");
        assertThat(denied.text("/data/0/after/path")).isEqualTo("/console/issue");
    }

    private static boolean entered(Answer answer) {
        boolean sent = answer.status() == 303
                && String.valueOf(answer.header("Location")).startsWith("/console/sign-in?");
        return answer.status() != 403 && answer.status() < 500 && !sent;
    }

    /** Open pages are no part of it: they are named in the test of the API's routes. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        SERVER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    for (String pattern : info.getPatternValues()) {
                        boolean console = pattern.equals("/console") || pattern.startsWith("/console/");
                        if (console && !handler.hasMethodAnnotation(Public.class)) {
                            for (RequestMethod method :
                                    info.getMethodsCondition().getMethods()) {
                                routes.add(method + " " + pattern);
                            }
                        }
                    }
                });
        return routes;
    }

    private static List<String> signOutLast(Set<String> routes) {
        List<String> ordered = new ArrayList<>(routes);
        ordered.sort(Comparator.comparing(route -> route.contains("sign-out")));
        return ordered;
    }

    private static Map<String, Set<String>> table() {
        try (var in = R135_PermissionMatrixTest.class.getResourceAsStream("/console-permissions.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Set<String>> table = new TreeMap<>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split("\\s*\\|\\s*", 2);
                        table.put(parts[0].strip(), Set.of(parts[1].strip().split("\\s+")));
                    });
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an id that nothing has, and a form that changes nothing. */
    private static Answer call(Browser browser, String route) {
        String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "nothing");
        return route.startsWith("GET") ? browser.get(path) : browser.post(path, Map.of());
    }

    private static Browser person(String role) {
        String email = role + "-" + Uuid7.next() + "@example.com";
        SERVER.jdbc().sql("""
                    insert into staff (id, email, name, roles, password, created_at)
                    select gen_random_uuid(), :email, :role, array[:role], password, now()
                    from staff where email = 'owner@example.com'
                    """).param("email", email).param("role", role).update();
        return new Browser(SERVER).signIn(email, Browser.PASSWORD);
    }
}
