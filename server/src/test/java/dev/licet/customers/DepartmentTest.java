package dev.licet.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.id.TypeId;
import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import dev.licet.testing.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentTest {
    private final Http http = TestServer.shared().http();
    private final String customer = newCustomer();
    private final String path = "/v1/customers/" + customer;

    @Test
    void a_department_is_made_and_read_by_id_and_code() {
        Answer made = http.post(
                        path + "/departments",
                        Map.of("code", "R.and.D", "name", "Research", "externalId", "ou-7", "metadata", Map.of("a", 1)))
                .expect(201);

        assertThat(made.text("/id")).startsWith("dept_");
        assertThat(made.header("Location")).isEqualTo(path + "/departments/" + made.text("/id"));
        assertThat(http.get(path + "/departments/" + made.text("/id"))
                        .expect(200)
                        .body())
                .isEqualTo(made.body());
        assertThat(http.get(path + "/departments/r.AND.d").expect(200).body()).isEqualTo(made.body());
        assertThat(http.get(path + "/departments?externalId=ou-7").list("/data"))
                .hasSize(1);
        http.post(path + "/departments", Map.of("code", "r.and.d", "name", "Again"))
                .problem(409, "CODE_TAKEN");
        http.post(path + "/departments", Map.of("code", "other", "name", "Again", "externalId", "ou-7"))
                .problem(409, "EXTERNAL_ID_TAKEN");
    }

    @Test
    void bad_values_are_refused_by_name() {
        http.post(path + "/departments", Map.of("code", "no spaces", "name", "x"))
                .invalid("/code");
        http.post(path + "/departments", Map.of("code", "a", "name", "")).invalid("/name");
        http.post(path + "/departments", Map.of("code", "a", "name", "A", "parent", "nobody"))
                .invalid("/parent");
        department("a", null);
        http.patch(path + "/departments/a", Map.of("code", "b")).invalid("/code");
    }

    @Test
    void a_tree_is_as_deep_as_one_likes_and_has_no_circles() {
        String above = null;
        for (int i = 0; i < 60; i++) {
            department("d" + i, above);
            above = "d" + i;
        }
        http.patch(path + "/departments/d0", Map.of("parent", "d59")).invalid("/parent");
        http.patch(path + "/departments/d0", Map.of("parent", "d0")).invalid("/parent");
        http.patch(path + "/departments/d59", Map.of("parent", "d0")).expect(200);
        http.patch(path + "/departments/d1", Map.of("parent", "d59")).expect(200);
        assertThat(http.get(path + "/departments?parent=d0").list("/data")).hasSize(1);
    }

    @Test
    void two_moves_at_once_make_no_circle() {
        for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
            String a = department("a" + round, null);
            String b = department("b" + round, null);
            List<Answer> answers = Together.call(
                    2, i -> http.patch(path + "/departments/" + (i == 0 ? a : b), Map.of("parent", i == 0 ? b : a)));
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void a_department_in_use_stays() {
        department("sales", null);
        department("inside", "sales");
        user("ada@example.com", "inside");

        http.delete(path + "/departments/sales").problem(409, "DEPARTMENT_IN_USE");
        http.delete(path + "/departments/inside").problem(409, "DEPARTMENT_IN_USE");
        http.patch(path + "/users/ada@example.com", merge("department", null)).expect(200);
        http.delete(path + "/departments/inside").expect(204);
        http.delete(path + "/departments/sales").expect(204);
        http.get(path + "/departments/sales").problem(404, "NOT_FOUND");
    }

    @Test
    void R39_the_people_of_an_organization_are_listed_by_department() {
        department("sales", null);
        department("inside", "sales");
        user("ada@example.com", "inside");
        user("eve@example.com", "sales");
        user("bob@example.com", null);

        assertThat(emails("?department=sales")).containsExactly("eve@example.com");
        assertThat(emails("?department=sales&below=true")).containsExactly("eve@example.com", "ada@example.com");
        assertThat(emails("")).hasSize(3);
        http.get(path + "/users?department=nobody").invalid("department");
        Answer moved = http.patch(path + "/users/eve@example.com", Map.of("department", "inside", "externalId", "e1"))
                .expect(200);
        assertThat(moved.text("/department")).isEqualTo("inside");
        assertThat(emails("?externalId=e1")).containsExactly("eve@example.com");
        http.patch(path + "/users/bob@example.com", Map.of("externalId", "e1")).problem(409, "EXTERNAL_ID_TAKEN");
    }

    @Test
    void many_users_come_at_once_or_none() {
        department("sales", null);
        user("ada@example.com", null);
        List<Map<String, String>> users = List.of(
                Map.of("email", "ADA@example.com", "name", "Ada King", "department", "sales"),
                Map.of("email", "bob@example.com", "name", "Bob"));

        Answer put = http.post(path + "/users/bulk", Map.of("users", users)).expect(200);
        assertThat(put.at("/users/0/department")).isEqualTo("sales");
        assertThat(emails("")).containsExactlyInAnyOrder("ADA@example.com", "bob@example.com");

        http.post(
                        path + "/users/bulk",
                        Map.of(
                                "users",
                                List.of(
                                        Map.of("email", "new@example.com", "name", "New"),
                                        Map.of("email", "x@example.com", "name", "X", "department", "nobody"))))
                .invalid("/users/1/department");
        http.post(path + "/users/bulk", Map.of("users", List.of(users.get(0), users.get(0))))
                .invalid("/users/1/email");
        http.post(path + "/users/bulk", Map.of("users", List.of())).invalid("/users");
        assertThat(emails("")).hasSize(2);
    }

    @Test
    void groups_have_users_and_devices() {
        user("ada@example.com", null);
        String bob = user("bob@example.com", null);
        Map<String, Object> group = Map.of(
                "name",
                "Testers",
                "users",
                List.of("Ada@example.com", bob, "ada@example.com"),
                "devices",
                List.of("f1"));

        Answer made = http.put(path + "/groups/testers", group).expect(201);
        assertThat(made.list("/users")).hasToString("[ada@example.com, bob@example.com]");
        Answer again = http.put(path + "/groups/TESTERS", group).expect(200);
        assertThat(again.body()).isEqualTo(made.body());
        http.put(path + "/groups/testers", Map.of("name", "T", "users", List.of("ada@example.com", "no@example.com")))
                .invalid("/users/1");
        assertThat(http.get(path + "/groups").list("/data")).hasSize(1);

        http.delete(path + "/users/" + bob).expect(204);
        assertThat(http.get(path + "/groups/testers").list("/users")).hasToString("[ada@example.com]");
        http.delete(path + "/groups/testers").expect(204);
        http.get(path + "/groups/testers").problem(404, "NOT_FOUND");
    }

    @Test
    void nothing_of_another_customer_is_reached() {
        String other = "/v1/customers/" + newCustomer();
        String theirs = http.post(other + "/departments", Map.of("code", "theirs", "name", "T"))
                .expect(201)
                .text("/id");
        String eve = http.post(other + "/users", Map.of("email", "eve@example.com", "name", "Eve"))
                .expect(201)
                .text("/id");
        http.put(other + "/groups/theirs", Map.of("name", "T")).expect(201);

        http.get(path + "/departments/" + theirs).problem(404, "NOT_FOUND");
        http.patch(path + "/departments/" + theirs, Map.of("name", "x")).problem(404, "NOT_FOUND");
        http.delete(path + "/departments/" + theirs).problem(404, "NOT_FOUND");
        http.post(path + "/departments", Map.of("code", "a", "name", "A", "parent", theirs))
                .invalid("/parent");
        http.post(path + "/users", Map.of("email", "a@example.com", "name", "A", "department", theirs))
                .invalid("/department");
        http.get(path + "/users?department=" + theirs).invalid("department");
        http.get(path + "/groups/theirs").problem(404, "NOT_FOUND");
        http.put(path + "/groups/g", Map.of("name", "G", "users", List.of(eve))).invalid("/users/0");
        http.put(path + "/groups/g", Map.of("name", "G", "users", List.of("eve@example.com")))
                .invalid("/users/0");
    }

    @Test
    void other_modules_learn_who_a_person_is() {
        department("company", null);
        department("sales", "company");
        user("Ada@example.com", "sales");
        http.put(path + "/groups/testers", Map.of("name", "T", "users", List.of("ada@example.com")))
                .expect(201);
        http.put(path + "/groups/lab", Map.of("name", "L", "devices", List.of("f1")))
                .expect(201);
        Customers customers = TestServer.shared().bean(Customers.class);
        UUID id = TypeId.parse(customer).uuid();

        Person ada = customers.person(id, "ada@EXAMPLE.com", "f1");
        assertThat(ada.departments().stream().map(Person.Place::code)).containsExactly("sales", "company");
        assertThat(ada.groups()).containsExactlyInAnyOrder("testers", "lab");
        assertThat(ada.departed()).isFalse();
        Person nobody = customers.person(id, "no@example.com", null);
        assertThat(nobody.userId()).isNull();
        assertThat(nobody.departments()).isEmpty();
        assertThat(customers.person(id, null, "f1").groups()).containsExactly("lab");
        assertThat(customers.groupIn("/group", id, "LAB")).isEqualTo("lab");
        assertThat(customers.departmentIn("/department", id, "SALES").code()).isEqualTo("sales");
    }

    private String newCustomer() {
        return http.post("/v1/customers", CustomerApiTest.customer())
                .expect(201)
                .text("/id");
    }

    private String department(String code, @Nullable String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "name", code));
        if (parent != null) {
            body.put("parent", parent);
        }
        return http.post(path + "/departments", body).expect(201).text("/id");
    }

    private String user(String email, @Nullable String department) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "name", "Somebody"));
        if (department != null) {
            body.put("department", department);
        }
        return http.post(path + "/users", body).expect(201).text("/id");
    }

    private List<String> emails(String query) {
        return http.get(path + "/users" + query).expect(200).list("/data").stream()
                .map(user -> String.valueOf(((Map<?, ?>) user).get("email")))
                .toList();
    }

    private static Map<String, @Nullable Object> merge(String name, @Nullable Object value) {
        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put(name, value);
        return patch;
    }
}
