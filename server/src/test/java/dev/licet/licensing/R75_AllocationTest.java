package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One agreement, many departments, each with its part. */
class R75_AllocationTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Organization org = new Organization(vendor);

    @Test
    void R12_eachDepartmentHasItsPartAndTheOthersShareTheRest() {
        org.department("sales").department("it");
        List<String> sales = org.people("sales", 4, "sales");
        List<String> others = org.people("other", 9, null);
        Vendor.Issued license = org.license(Map.of("users", 10));

        Answer part = org.allocate(license, "sales", Map.of("users", 3)).expect(200);
        assertThat(part.at("/users/free")).hasToString("3");
        org.allocate(license, "it", Map.of("users", 2)).expect(200);
        sales.subList(0, 3).forEach(email -> org.assign(license, email).expect(200));
        Answer full = org.assign(license, sales.get(3)).problem(409, "DEPARTMENT_LIMIT_REACHED");
        assertThat(full.text("/department")).isEqualTo("sales");
        assertThat(full.at("/limit")).hasToString("3");
        assertThat(full.at("/used")).hasToString("3");
        others.subList(0, 5).forEach(email -> org.assign(license, email).expect(200));
        assertThat(org.assign(license, others.get(5))
                        .problem(409, "USER_LIMIT_REACHED")
                        .at("/limit"))
                .hasToString("5");

        Answer all = org.allocations(license);
        assertThat(all.at("/users/limit")).hasToString("10");
        assertThat(all.at("/users/allocated")).hasToString("5");
        assertThat(all.at("/users/unallocated")).hasToString("5");
        assertThat(all.at("/users/used")).hasToString("8");
        assertThat(all.at("/users/unallocatedFree")).hasToString("0");
        assertThat(all.at("/departments/0/department")).isEqualTo("it");
        assertThat(all.at("/departments/0/users/free")).hasToString("2");
        assertThat(all.at("/departments/1/users/used")).hasToString("3");
        assertThat(all.at("/departments/1/devices")).isNull();

        vendor.api.delete(Vendor.path(license, "/allocations/it")).expect(204);
        vendor.api.delete(Vendor.path(license, "/allocations/it")).problem(404, "NOT_FOUND");
        org.assign(license, others.get(5)).expect(200);
        assertThat(vendor.history(license)).contains("license.allocation_set", "license.allocation_removed");
    }

    @Test
    void theSumIsNeverAboveTheWhole() {
        org.department("a").department("b");
        Vendor.Issued license = org.license(Map.of("users", 10, "devices", 4, "overage", "2x"));

        org.allocate(license, "a", Map.of("users", 7, "devices", 4)).expect(200);
        Answer refused = org.allocate(license, "b", Map.of("users", 4)).problem(409, "ALLOCATION_EXCEEDS_LICENSE");
        assertThat(refused.at("/allocated")).hasToString("11");
        assertThat(refused.at("/limit")).hasToString("10");
        assertThat(refused.text("/quantity")).isEqualTo("users");
        org.allocate(license, "b", Map.of("devices", 1)).problem(409, "ALLOCATION_EXCEEDS_LICENSE");
        assertThat(org.allocations(license).list("/departments")).hasSize(1);
        org.allocate(license, "b", Map.of("users", 3)).expect(200);
        org.allocate(license, "b", Map.of()).invalid("");
        org.allocate(license, "b", Map.of("users", -1)).invalid("/users");
    }

    @Test
    void theLicenceIsNotMadeSmallerThanItsParts() {
        org.department("a");
        Vendor.Issued license = org.license(Map.of("users", 10));
        org.allocate(license, "a", Map.of("users", 7)).expect(200);

        vendor.api
                .patch(Vendor.path(license, ""), Map.of("overrides", Map.of("policy", Map.of("users", 6))))
                .problem(409, "ALLOCATION_EXCEEDS_LICENSE");
        vendor.put(license, "plan", Map.of("plan", vendor.plan("small", Map.of("users", 5))))
                .problem(409, "ALLOCATION_EXCEEDS_LICENSE");
        vendor.override(license, Map.of("users", 7));
        org.allocate(license, "a", Map.of("users", 5)).expect(200);
        vendor.put(license, "plan", Map.of("plan", vendor.plan("small2", Map.of("users", 5))))
                .expect(200);
    }

    @Test
    void departmentsBelowDrawOnTheNearestPartAboveThem() {
        org.department("company").department("sales", "company").department("inside", "sales");
        org.department("field", "sales").department("labs", "company");
        List<String> inside = org.people("inside", 3, "inside");
        List<String> field = org.people("field", 3, "field");
        List<String> labs = org.people("labs", 3, "labs");
        Vendor.Issued license = org.license(Map.of("users", 20));
        org.allocate(license, "sales", Map.of("users", 2)).expect(200);
        org.allocate(license, "field", Map.of("users", 1)).expect(200);

        org.assign(license, inside.get(0)).expect(200);
        org.assign(license, inside.get(1)).expect(200);
        assertThat(org.assign(license, inside.get(2))
                        .problem(409, "DEPARTMENT_LIMIT_REACHED")
                        .text("/department"))
                .isEqualTo("sales");
        org.assign(license, field.get(0)).expect(200);
        assertThat(org.assign(license, field.get(1))
                        .problem(409, "DEPARTMENT_LIMIT_REACHED")
                        .text("/department"))
                .isEqualTo("field");
        labs.forEach(email -> org.assign(license, email).expect(200));
        org.allocate(license, "company", Map.of("users", 3)).expect(200);
        assertThat(org.allocations(license).at("/departments/0/users/used")).hasToString("3");
    }

    @Test
    void aPartBelowWhatIsUsedAndPeopleWhoMoveAreNotThrownOut() {
        org.department("a").department("b");
        List<String> people = org.people("p", 4, "a");
        Vendor.Issued license = org.license(Map.of("users", 10));
        org.allocate(license, "a", Map.of("users", 3)).expect(200);
        org.allocate(license, "b", Map.of("users", 1)).expect(200);
        people.subList(0, 3).forEach(email -> org.assign(license, email).expect(200));

        org.allocate(license, "a", Map.of("users", 1)).expect(200);
        org.assign(license, people.get(3)).problem(409, "DEPARTMENT_LIMIT_REACHED");
        vendor.expect(license, Map.of("user", people.get(2)), "VALID");

        org.move(people.get(0), "b").expect(200);
        org.move(people.get(1), "b").expect(200);
        Answer all = org.allocations(license);
        assertThat(all.at("/departments/0/users/used")).hasToString("1");
        assertThat(all.at("/departments/1/users/used")).hasToString("2");
        assertThat(all.at("/departments/1/users/free")).hasToString("0");
        org.move(people.get(3), "b").expect(200);
        org.assign(license, people.get(3)).problem(409, "DEPARTMENT_LIMIT_REACHED");
    }

    @Test
    void placesOfDevicesAreDividedToo() {
        org.department("sales").department("it");
        List<String> sales = org.people("s", 2, "sales");
        List<String> it = org.people("i", 1, "it");
        Vendor.Issued license = org.license(Map.of("devices", 4));
        org.allocate(license, "sales", Map.of("devices", 2)).expect(200);
        org.allocate(license, "it", Map.of("devices", 1)).expect(200);

        org.activate(license, "f1", sales.get(0)).expect(201);
        org.activate(license, "f2", sales.get(0)).expect(201);
        assertThat(org.activate(license, "f3", sales.get(1))
                        .problem(409, "DEPARTMENT_LIMIT_REACHED")
                        .text("/department"))
                .isEqualTo("sales");
        org.activate(license, "f1", sales.get(1)).expect(200);
        vendor.activate(license, "f4").expect(201);
        org.activate(license, "f4", sales.get(1)).problem(409, "DEPARTMENT_LIMIT_REACHED");
        assertThat(vendor.activate(license, "f5")
                        .problem(409, "DEVICE_LIMIT_REACHED")
                        .at("/limit"))
                .hasToString("1");
        org.activate(license, "f6", it.get(0)).expect(201);
        assertThat(vendor.license(license).at("/counts/devices")).hasToString("4");
    }

    @ParameterizedTest
    @MethodSource("dev.licet.licensing.ExactnessTest#rounds")
    void partsAndWholeAreExactUnderParallelAssignment(int round) {
        org.department("a").department("b").department("below", "a");
        int a = 3 + round;
        List<String> people = new ArrayList<>(org.people("a", 15, "a"));
        people.addAll(org.people("below", 10, "below"));
        people.addAll(org.people("b", 15, "b"));
        people.addAll(org.people("none", 20, null));
        Vendor.Issued license = org.license(Map.of("users", a + 8));
        org.allocate(license, "a", Map.of("users", a)).expect(200);
        org.allocate(license, "b", Map.of("users", 2)).expect(200);

        List<Answer> answers = Together.call(60, i -> org.assign(license, people.get(i)));
        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(a + 8);
        Answer all = org.allocations(license);
        assertThat(all.at("/departments/0/users/used")).hasToString(String.valueOf(a));
        assertThat(all.at("/departments/1/users/used")).hasToString("2");
        assertThat(all.at("/users/unallocatedUsed")).hasToString("6");
    }

    @Test
    void partsGivenAtOnceNeverExceedTheWhole() {
        for (int i = 0; i < 12; i++) {
            org.department("d" + i);
        }
        Vendor.Issued license = org.license(Map.of("users", 10));
        List<Answer> answers = Together.call(12, i -> org.allocate(license, "d" + i, Map.of("users", 3)));
        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(3);
        assertThat(org.allocations(license).at("/users/allocated")).hasToString("9");
    }

    @Test
    void nothingOfAnotherCustomerIsReached() {
        Organization other = new Organization(vendor).department("theirs");
        Vendor.Issued license = org.license(Map.of("users", 10));
        org.allocate(license, "theirs", Map.of("users", 1)).problem(404, "NOT_FOUND");
        String id = vendor.api.get(other.path + "/departments/theirs").text("/id");
        org.allocate(license, id, Map.of("users", 1)).problem(404, "NOT_FOUND");
        Vendor.Issued nobodys = vendor.issue(vendor.plan(Map.of("users", 3)));
        org.allocate(nobodys, "theirs", Map.of("users", 1)).problem(404, "NOT_FOUND");
    }

    @Test
    void aTransferTakesThePartsBackAndADepartmentWithAPartStays() {
        org.department("a");
        Vendor.Issued license = org.license(Map.of("users", 10));
        org.allocate(license, "a", Map.of("users", 3)).expect(200);
        vendor.api.delete(org.path + "/departments/a").problem(409, "DEPARTMENT_IN_USE");
        vendor.put(license, "customer", Map.of("customer", vendor.customer("organization")))
                .expect(200);
        assertThat(org.allocations(license).list("/departments")).isEmpty();
        vendor.api.delete(org.path + "/departments/a").expect(204);
    }
}
