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

/** Somebody who leaves an organization holds nothing any more and gets nothing again. */
class R41_LeaverTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Organization org = new Organization(vendor);

    @Test
    void aLeaverLosesEverythingAtOnceAndStaysOut() {
        String ada = org.person("Ada@example.com");
        org.person("eve@example.com");
        Vendor.Issued named = org.license(Map.of("users", 1));
        Vendor.Issued free = org.license(Map.of("devices", 2));
        org.assign(named, ada).expect(200);
        org.activate(free, "laptop", "ada@example.com").expect(201);
        org.activate(free, "other", "eve@example.com").expect(201);
        vendor.expect(named, Map.of("user", "ada@example.com"), "VALID");

        Answer gone = org.depart("ada@EXAMPLE.com").expect(200);

        assertThat(gone.text("/departure/reason")).isEqualTo("left on Friday");
        vendor.expect(named, Map.of("user", "ada@example.com"), "USER_NOT_ASSIGNED");
        vendor.expect(free, Map.of("user", "ADA@example.com", "device", Vendor.device("other")), "USER_NOT_ASSIGNED");
        vendor.expect(free, Map.of("user", "eve@example.com", "device", Vendor.device("other")), "VALID");
        org.assign(named, ada).problem(409, "USER_DEPARTED");
        org.assign(named, "ada@example.com").problem(409, "USER_DEPARTED");
        org.activate(free, "new", "ada@example.com").problem(409, "USER_NOT_ASSIGNED");
        assertThat(vendor.license(free).at("/counts/devices")).hasToString("1");
        org.assign(named, "eve@example.com").expect(200);
        assertThat(vendor.history(named)).contains("license.user_freed");
        assertThat(vendor.history(free)).contains("device.released");
        Answer again = vendor.api.put(org.path + "/users/" + ada + "/departure", Map.of("reason", "again"));
        assertThat(again.expect(200).text("/departure/reason")).isEqualTo("left on Friday");
        assertThat(vendor.api.get(org.path + "/users?departed=true").list("/data"))
                .hasSize(1);
        vendor.api.delete(org.path + "/users/" + ada).problem(409, "USER_DEPARTED");
    }

    @Test
    void whoComesBackIsServedAgain() {
        String ada = org.person("ada@example.com");
        Vendor.Issued named = org.license(Map.of("users", 1));
        org.depart(ada).expect(200);

        Answer back =
                vendor.api.delete(org.path + "/users/" + ada + "/departure").expect(200);

        assertThat(back.at("/departure")).isNull();
        vendor.expect(named, Map.of("user", "ada@example.com"), "USER_NOT_ASSIGNED");
        org.assign(named, ada).expect(200);
        vendor.expect(named, Map.of("user", "ada@example.com"), "VALID");
        assertThat(types(ada)).containsExactly("user.created", "user.departed", "user.returned");
    }

    @Test
    void aSeatThatWasGivenBeforeTheUserWasKnownIsFreedToo() {
        Vendor.Issued named = org.license(Map.of("users", 1));
        org.assign(named, "ADA@example.com").expect(200);
        String ada = org.person("ada@example.com");
        org.depart(ada).expect(200);
        assertThat(vendor.license(named).at("/counts/users")).hasToString("0");
    }

    @Test
    void anotherCustomersUserOfTheSameAddressStays() {
        Organization other = new Organization(vendor);
        other.person("ada@example.com");
        Vendor.Issued theirs = other.license(Map.of("users", 1));
        other.assign(theirs, "ada@example.com").expect(200);
        org.person("ada@example.com");

        org.depart("ada@example.com").expect(200);

        vendor.expect(theirs, Map.of("user", "ada@example.com"), "VALID");
        org.depart("nobody@example.com").problem(404, "NOT_FOUND");
        vendor.api
                .put(org.path + "/users/ada@example.com/departure", Map.of("reason", ""))
                .invalid("/reason");
    }

    @ParameterizedTest
    @MethodSource("dev.licet.licensing.ExactnessTest#rounds")
    void aLeaverWhoIsGivenThingsAtTheSameMomentHoldsNothing(int round) {
        String ada = org.person("ada@example.com");
        List<Vendor.Issued> licenses = new ArrayList<>();
        String plan = vendor.plan(Map.of("users", 3, "devices", 9));
        for (int i = 0; i < 6; i++) {
            licenses.add(vendor.issue(plan, Map.of("customer", org.id)));
        }
        List<Answer> answers = Together.call(40, i -> switch (i % 4) {
            case 0 -> org.assign(licenses.get(i % 6), ada);
            case 1 -> org.activate(licenses.get(i % 6), "laptop-" + i, "ada@example.com");
            case 2 -> vendor.api.post("/v1/licenses", Map.of("plan", plan, "customer", org.id, "users", List.of(ada)));
            default -> i == 19 ? org.depart(ada).expect(200) : org.assign(licenses.get((i + round) % 6), ada);
        });

        answers.forEach(
                answer -> assertThat(answer.status()).as(answer::toString).isIn(200, 201, 409));
        String path = org.path + "/users/" + ada;
        assertThat(vendor.api.get(path + "/seats").expect(200).list("/data")).isEmpty();
        assertThat(vendor.api.get(path + "/devices").expect(200).list("/data")).isEmpty();
    }

    private List<String> types(String subject) {
        return vendor.api.get("/v1/events?limit=200&subject=" + subject).expect(200).list("/data").stream()
                .map(event -> String.valueOf(((Map<?, ?>) event).get("type")))
                .toList()
                .reversed();
    }
}
