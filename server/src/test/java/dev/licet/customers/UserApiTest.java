package dev.licet.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Problem;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserApiTest {
    private final Http http = TestServer.shared().http();
    private final String customer =
            http.post("/v1/customers", CustomerApiTest.customer()).expect(201).text("/id");
    private final String path = "/v1/customers/" + customer + "/users";

    @Test
    void a_user_is_made_and_read_by_id_and_address() {
        Answer made = add("Ada@Example.com").expect(201);

        assertThat(made.text("/id")).startsWith("user_");
        assertThat(made.text("/customer")).isEqualTo(customer);
        assertThat(made.text("/email")).isEqualTo("Ada@Example.com");
        assertThat(made.header("Location")).isEqualTo(path + "/" + made.text("/id"));
        assertThat(http.get(path + "/" + made.text("/id")).expect(200).body()).isEqualTo(made.body());
        assertThat(http.get(path + "/ada@example.com").expect(200).body()).isEqualTo(made.body());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"email, null", "email, ada", "email, ''", "name, null", "name, ''", "colour, red"})
    void a_bad_value_is_refused_by_name(String field, @Nullable String value) {
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("email", "ada@example.com");
        user.put("name", "Ada");
        user.put(field, value);

        http.post(path, user).invalid("/" + field);
    }

    @Test
    void an_address_is_one_user_in_any_case_of_letters() {
        add("ada@example.com").expect(201);
        String eve = add("eve@example.com").expect(201).text("/id");

        add("ADA@example.COM").problem(409, "EMAIL_TAKEN");
        http.patch(path + "/" + eve, Map.of("email", "Ada@example.com")).problem(409, "EMAIL_TAKEN");
        http.patch(path + "/" + eve, Map.of("email", "EVE@example.com")).expect(200);
        String other = http.post("/v1/customers", CustomerApiTest.customer()).text("/id");
        http.post("/v1/customers/" + other + "/users", Map.of("email", "ada@example.com", "name", "Ada"))
                .expect(201);
    }

    @Test
    void one_of_many_gets_the_address() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt = () -> add("ada@example.com").status();
            var running = threads.invokeAll(java.util.Collections.nCopies(8, attempt));
            int made = 0;
            for (var each : running) {
                made += each.get() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void a_patch_changes_what_it_names() {
        Answer made = add("ada@example.com").expect(201);
        String user = path + "/" + made.text("/id");

        Answer changed = http.patch(user, Map.of("name", "Ada King")).expect(200);

        assertThat(changed.text("/name")).isEqualTo("Ada King");
        assertThat(changed.text("/email")).isEqualTo("ada@example.com");
        http.patch(user, Map.of("email", "nobody")).invalid("/email");
        http.with("If-Match", String.valueOf(made.header("ETag")))
                .patch(user, Map.of("name", "Stale"))
                .problem(412, "STALE");
    }

    @Test
    void a_user_is_removed() {
        Answer made = add("ada@example.com").expect(201);
        String user = path + "/" + made.text("/id");

        http.with("If-Match", "\"77\"").delete(user).problem(412, "STALE");
        http.delete(user).expect(204);

        http.get(user).problem(404, "NOT_FOUND");
        http.delete(user).problem(404, "NOT_FOUND");
        add("ada@example.com").expect(201);
        List<@Nullable String> types = TestServer.shared()
                .jdbc()
                .sql("select type from events where subject = :subject order by id")
                .param("subject", made.text("/id"))
                .query(String.class)
                .list();
        assertThat(types).containsExactly("user.created", "user.deleted");
    }

    @Test
    void a_user_with_a_place_on_a_licence_stays() {
        String code = CustomerApiTest.unique();
        http.post("/v1/products", Map.of("code", code, "name", "Notes", "kind", "software"))
                .expect(201);
        String plan = http.post(
                        "/v1/plans",
                        Map.of("product", code, "code", "team", "name", "Team", "policy", Map.of("users", 1)))
                .expect(201)
                .text("/id");
        String ada = add("ada@example.com").expect(201).text("/id");
        String license = http.post("/v1/licenses", Map.of("plan", plan, "customer", customer, "users", List.of(ada)))
                .expect(201)
                .text("/id");

        http.delete(path + "/" + ada).problem(409, "USER_IN_USE");

        http.delete("/v1/licenses/" + license + "/users/" + ada).expect(204);
        http.delete(path + "/" + ada).expect(204);
    }

    @Test
    void users_belong_to_their_customer() {
        String ada = add("ada@example.com").expect(201).text("/id");
        String other = http.post("/v1/customers", CustomerApiTest.customer()).text("/id");

        http.get("/v1/customers/" + other + "/users/" + ada).problem(404, "NOT_FOUND");
        http.delete("/v1/customers/" + other + "/users/" + ada).problem(404, "NOT_FOUND");
        http.get("/v1/customers/nobody/users").problem(404, "NOT_FOUND");
        assertThat(http.get("/v1/customers/" + other + "/users").list("/data")).isEmpty();
        assertThat(http.get(path + "/%00").status()).isBetween(400, 499);
    }

    @Test
    void lists_are_paged_newest_first() {
        add("a@example.com");
        add("b@example.com");

        Answer first = http.get(path + "?limit=1").expect(200);

        assertThat(first.at("/data/0/email")).isEqualTo("b@example.com");
        assertThat(http.get(path + "?after=" + first.text("/next")).at("/data/0/email"))
                .isEqualTo("a@example.com");
    }

    @Test
    void other_modules_find_customers_and_users_or_say_which_field_is_wrong() {
        String ada = add("Ada@Example.com").expect(201).text("/id");
        Customers customers = TestServer.shared().bean(Customers.class);
        UUID id = TypeId.parse(customer).uuid();

        assertThat(customers.customerIn("/customer", customer).id()).isEqualTo(id);
        assertThat(customers.userIn("/users/0", id, ada))
                .isEqualTo(customers.userIn("/users/0", id, "ada@example.COM"));
        assertThatThrownBy(() -> customers.userIn("/users/0", id, "eve@example.com"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.errors().getFirst().pointer()).isEqualTo("/users/0");
                });
        assertThatThrownBy(() -> customers.customerIn("/customer", "nobody")).isInstanceOf(Problem.class);
    }

    private Answer add(String email) {
        return http.post(path, Map.of("email", email, "name", "Ada"));
    }
}
