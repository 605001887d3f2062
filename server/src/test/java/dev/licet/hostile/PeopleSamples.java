package dev.licet.hostile;

import dev.licet.testing.Http;
import java.util.List;
import java.util.Map;

/** Departments, groups, and what becomes of people on licences. */
final class PeopleSamples {
    private PeopleSamples() {}

    static void add(Samples samples, Http http) {
        samples.sample(
                http,
                "/v1/customers/{customer}/departments",
                "department",
                Map.of(
                        "code",
                        Samples.UNIQUE,
                        "name",
                        "Sales",
                        "externalId",
                        Samples.UNIQUE,
                        "metadata",
                        Map.of("a", "b")));
        samples.body(
                "POST /v1/customers/{customer}/users/bulk",
                Map.of(
                        "users",
                        List.of(Map.of(
                                "email",
                                Samples.UNIQUE + "@example.com",
                                "name",
                                "Ada",
                                "department",
                                samples.id("department")))));
        samples.id("group", "testers");
        Map<String, Object> group =
                Map.of("name", "Testers", "users", List.of(samples.id("user")), "devices", List.of("f1"));
        samples.body("PUT /v1/customers/{customer}/groups/{group}", group);
        http.put(samples.path("/v1/customers/{customer}/groups/{group}"), group).expect(201);
        samples.body("PUT /v1/customers/{customer}/users/{user}/departure", Map.of("reason", "r"));
        samples.body("PUT /v1/licenses/{license}/allocations/{department}", Map.of("users", 1, "devices", 1));
        samples.body("POST /v1/licenses/{license}/users/{user}/reassign", Map.of("to", "eve@example.com"));
        samples.body(
                "POST /v1/licenses/{license}/users/bulk",
                Map.of("assign", List.of("bob@example.com"), "free", List.of("eve@example.com")));
    }
}
