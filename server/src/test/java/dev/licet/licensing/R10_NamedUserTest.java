package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seats belong to people: nobody else uses them, and they can be moved. */
class R10_NamedUserTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final Organization org = new Organization(vendor);

    @Test
    void R10_aSeatIsUsedByNobodyElse() {
        org.person("ada@example.com");
        Vendor.Issued license = org.license(Map.of("users", 2));
        org.assign(license, "ada@example.com").expect(200);
        vendor.expect(license, Map.of("user", "Ada@Example.com"), "VALID");
        vendor.expect(license, Map.of("user", "eve@example.com"), "USER_NOT_ASSIGNED");
        vendor.expect(license, "USER_REQUIRED");
    }

    @Test
    void R39_theListOfSeatsTellsWhoUsesThemAndWhereTheyWork() {
        org.department("sales");
        org.people("ada", 2, "sales");
        Vendor.Issued license = org.license(Map.of("users", 3));
        org.assign(license, "ada-0@example.com").expect(200);
        org.assign(license, "ada-1@example.com").expect(200);
        org.assign(license, "guest@example.com").expect(200);
        vendor.clock.advance("PT1H");
        vendor.expect(license, Map.of("user", "ADA-0@example.com"), "VALID");

        Answer seats = vendor.api.get(Vendor.path(license, "/users")).expect(200);

        assertThat(seats.at("/data/0/email")).isEqualTo("guest@example.com");
        assertThat(seats.at("/data/0/department")).isNull();
        assertThat(seats.at("/data/1/department")).isEqualTo("sales");
        assertThat(seats.at("/data/1/lastUsedAt")).isNull();
        assertThat(Instant.parse(seats.text("/data/2/lastUsedAt")))
                .isAfter(Instant.parse(seats.text("/data/2/assignedAt")).plusSeconds(3500));

        Answer own = vendor.api.get(org.path + "/users/ada-0@example.com/seats").expect(200);
        assertThat(own.list("/data")).hasSize(1);
        assertThat(own.at("/data/0/license")).isEqualTo(license.id());
        assertThat(own.at("/data/0/product")).isEqualTo(vendor.product);
        vendor.api.get(org.path + "/users/guest@example.com/seats").problem(404, "NOT_FOUND");
    }

    @Test
    void theDevicesOfAUserAreListedAcrossLicences() {
        org.person("ada@example.com");
        Vendor.Issued one = org.license(Map.of("devices", 2));
        Vendor.Issued two = org.license(Map.of("devices", 2));
        org.activate(one, "f1", "ada@example.com").expect(201);
        String second = org.activate(two, "f1", "ADA@example.com").expect(201).text("/device/id");
        org.activate(two, "f2", "eve@example.com").expect(201);

        String path = org.path + "/users/ada@example.com/devices";
        assertThat(vendor.api.get(path).expect(200).list("/data")).hasSize(2);
        vendor.deactivate(two, second).expect(204);
        Answer left = vendor.api.get(path).expect(200);
        assertThat(left.list("/data")).hasSize(1);
        assertThat(left.at("/data/0/license")).isEqualTo(one.id());
        assertThat(vendor.api.get(path + "?active=false").list("/data")).hasSize(1);
    }

    @Test
    void aSeatMovesInOneStep() {
        org.person("ada@example.com");
        org.person("eve@example.com");
        Vendor.Issued license = org.license(Map.of("users", 1));
        org.assign(license, "ada@example.com").expect(200);
        String seat = Vendor.path(license, "/users/ada@example.com/reassign");

        vendor.api.post(seat, Map.of("to", "nobody")).invalid("/to");
        assertThat(vendor.api
                        .post(seat, Map.of("to", "eve@example.com"))
                        .expect(200)
                        .text("/email"))
                .isEqualTo("eve@example.com");
        vendor.api.post(seat, Map.of("to", "eve@example.com")).problem(404, "NOT_FOUND");
        vendor.expect(license, Map.of("user", "eve@example.com"), "VALID");
        vendor.expect(license, Map.of("user", "ada@example.com"), "USER_NOT_ASSIGNED");
        vendor.override(license, Map.of("users", 2));
        org.assign(license, "ada@example.com").expect(200);
        vendor.api.post(seat, Map.of("to", "eve@example.com")).problem(409, "USER_ALREADY_ASSIGNED");
    }

    @Test
    void manySeatsAreChangedAllOrNone() {
        List<String> people = org.people("p", 5, null);
        Vendor.Issued license = org.license(Map.of("users", 3));
        String bulk = Vendor.path(license, "/users/bulk");

        Answer done =
                vendor.api.post(bulk, Map.of("assign", people.subList(0, 3))).expect(200);
        assertThat(done.at("/inUse")).hasToString("3");
        Answer refused = vendor.api
                .post(bulk, Map.of("free", people.subList(0, 1), "assign", people.subList(3, 5)))
                .problem(409, "USER_LIMIT_REACHED");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/assign/1");
        assertThat(vendor.license(license).at("/counts/users")).hasToString("3");
        vendor.expect(license, Map.of("user", people.get(0)), "VALID");
        vendor.api.post(bulk, Map.of("free", List.of("no@example.com"))).invalid("/free/0");
        vendor.api.post(bulk, Map.of("assign", List.of("what"))).invalid("/assign/0");
        vendor.api.post(bulk, Map.of()).invalid("");
        vendor.api
                .post(bulk, Map.of("free", people.subList(0, 2), "assign", people.subList(3, 5)))
                .expect(200);
        vendor.expect(license, Map.of("user", people.get(4)), "VALID");
        vendor.expect(license, Map.of("user", people.get(0)), "USER_NOT_ASSIGNED");
    }

    @Test
    void aUserHasSoManyDevicesAndNoMore() {
        Vendor.Issued license = org.license(Map.of("devices", 10, "devicesPerUser", 2, "overage", "2x"));
        vendor.activate(license, "f0").problem(409, "USER_REQUIRED");
        String first =
                org.activate(license, "f1", "ada@example.com").expect(201).text("/device/id");
        org.activate(license, "f2", "ADA@example.com").expect(201);
        Answer full = org.activate(license, "f3", "ada@example.com").problem(409, "USER_DEVICE_LIMIT_REACHED");
        assertThat(full.at("/limit")).hasToString("2");
        assertThat(full.list("/devices")).hasSize(2);
        org.activate(license, "f4", "eve@example.com").expect(201);
        org.activate(license, "f4", "ada@example.com").problem(409, "USER_DEVICE_LIMIT_REACHED");
        vendor.expect(
                license, Map.of("user", "ada@example.com", "device", Vendor.device("f4")), "DEVICE_NOT_ACTIVATED");
        org.activate(license, "f1", "ada@example.com").expect(200);
        vendor.beat(license, first).expect(200);
        vendor.deactivate(license, first).expect(204);
        org.activate(license, "f3", "ada@example.com").expect(201);

        vendor.override(license, Map.of("devicesPerUser", 1));
        vendor.expect(license, Map.of("user", "ada@example.com", "device", Vendor.device("f2")), "VALID");
        vendor.expect(license, Map.of("user", "ada@example.com", "device", Vendor.device("f3")), "TOO_MANY_DEVICES");
    }

    @ParameterizedTest
    @MethodSource("dev.licet.licensing.ExactnessTest#rounds")
    void theDevicesOfAUserAreExactUnderLoad(int round) {
        Vendor.Issued license = org.license(Map.of("devices", 50, "devicesPerUser", 2 + round));
        List<Answer> answers = Together.call(
                40, i -> org.activate(license, "device-" + i, i % 2 == 0 ? "ada@example.com" : "Eve@example.com"));
        assertThat(answers.stream().filter(each -> each.status() == 201)).hasSize(2 * (2 + round));
        answers.stream()
                .filter(each -> each.status() != 201)
                .forEach(each -> each.problem(409, "USER_DEVICE_LIMIT_REACHED"));
    }
}
