package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every route with a key of every scope: only the scope that the route names gets in. */
class R135_OnlyAuthorisedUsersManageLicencesTest {
    private static final TestServer SERVER = TestServer.start(Map.of());
    private static final List<Route> ROUTES = Route.all(SERVER);

    /** Whoever opens another door to everybody says so here. Those that work on a licence check its key themselves. */
    private static final Set<String> OPEN = Set.of(
            "GET /livez",
            "GET /readyz",
            "GET /metrics",
            "GET /docs",
            "GET /v1/openapi.json",
            "GET /.well-known/jwks.json",
            "GET /",
            "GET /console/assets/{hash}/{name}",
            "GET /console/sign-in",
            "POST /console/sign-in",
            "GET /console/set-up",
            "POST /console/set-up",
            "GET /v1/certificates/{number}",
            "GET /verify",
            "GET /verify/style.css",
            "GET /verify/{number}",
            "POST /v1/terms-acceptances",
            "POST /v1/licenses/validate",
            "POST /v1/activations",
            "DELETE /v1/activations/{device}",
            "POST /v1/activations/{device}/heartbeat",
            "POST /v1/leases",
            "POST /v1/leases/{lease}/renewals",
            "DELETE /v1/leases/{lease}",
            "POST /v1/usage",
            "POST /v1/files",
            "POST /v1/offline/activations",
            "POST /v1/offline/deactivations",
            "POST /v1/offline/usage",
            "GET /v1/revocations",
            "GET /.well-known/license-keys");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void every_handler_says_who_may_call_it() {
        assertThat(ROUTES).isNotEmpty();
        assertThat(ROUTES)
                .filteredOn(route -> route.isPublic() == route.scope().isPresent())
                .as("handlers with neither @Allow nor @Public, or with both")
                .isEmpty();
        assertThat(ROUTES)
                .allMatch(route -> route.scope()
                        .map(scope -> Scopes.ALL.contains(scope) || (route.isConsole() && scope.equals(Scopes.SESSION)))
                        .orElse(true));
    }

    @Test
    void the_only_handlers_of_others_describe_the_api() {
        assertThat(Route.handlers(SERVER).values())
                .extracting(handler -> handler.getBeanType().getPackageName())
                .allMatch(name -> name.startsWith("dev.licet") || name.startsWith("org.springdoc"));
    }

    @Test
    void only_named_doors_are_open() {
        assertThat(ROUTES.stream().filter(Route::isPublic).map(Route::toString)).isSubsetOf(OPEN);
    }

    @Test
    void without_a_key_nobody_gets_in() {
        Http nobody = SERVER.http().anonymous();
        for (Route route : ROUTES) {
            if (!route.isPublic() && !route.isConsole()) {
                call(nobody, route).problem(401, "UNAUTHORIZED");
            }
        }
    }

    @Test
    void only_the_scope_of_the_route_gets_in() {
        Map<String, Http> holders = new TreeMap<>();
        Scopes.ALL.forEach(scope -> holders.put(scope, SERVER.http().withApiKey(keyFor(scope))));
        List<String> wrong = new ArrayList<>();
        for (Route route : ROUTES.stream().filter(each -> !each.isConsole()).toList()) {
            holders.forEach((scope, holder) -> route.scope()
                    .filter(needed -> !isRight(call(holder, route), needed, scope))
                    .ifPresent(needed -> wrong.add(route + " with " + scope)));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Answer answer, String needed, String held) {
        boolean refused = answer.status() == 403 && needed.equals(answer.at("/scope"));
        boolean entered = answer.status() != 401 && answer.status() != 403 && answer.status() < 500;
        return needed.equals(held) ? entered : refused;
    }

    private static String keyFor(String scope) {
        return SERVER.http()
                .post("/v1/api-keys", Map.of("name", scope, "scopes", List.of(scope)))
                .expect(201)
                .text("/key");
    }

    /** With a body that changes nothing, should the call get that far. */
    private static Answer call(Http http, Route route) {
        boolean bare = route.method().equals("GET") || route.method().equals("DELETE");
        return bare
                ? http.send(route.method(), route.anyPath(), null, null)
                : http.send(route.method(), route.anyPath(), "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
