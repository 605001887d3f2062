package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N places are N places, however many ask for them at once. */
class ExactnessTest {
    private final Vendor vendor = Vendor.onSharedServer();

    static Stream<Integer> rounds() {
        return Stream.iterate(1, round -> round + 1).limit(Integer.getInteger("rounds", 3));
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** Everybody gets a place or is told that there is none. */
    private static void assertGiven(List<Answer> answers, int places, String code) {
        assertThat(count(answers, 201)).isEqualTo(places);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.problem(409, code));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R5_200DevicesAtOnceGetExactlyThePlacesThereAre(int round) {
        int places = 5 + 13 * round;
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", places)));
        List<Answer> answers = Together.call(200, i -> vendor.activate(license, "device-" + i));
        assertGiven(answers, places, "DEVICE_LIMIT_REACHED");
        assertThat(vendor.license(license).at("/counts/devices")).hasToString(String.valueOf(places));
        answers.stream()
                .filter(answer -> answer.status() == 201)
                .limit(3)
                .forEach(answer -> vendor.expect(
                        license, Map.of("device", Vendor.device(answer.text("/device/fingerprint"))), "VALID"));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R5_placesStayExactWhileDevicesComeAndGo(int round) {
        int places = 4 + round;
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", places)));
        List<List<Answer>> visits = Together.call(100, i -> {
            Answer active = vendor.activate(license, "device-" + i);
            return active.status() == 201 && i % 3 != 0
                    ? List.of(active, vendor.deactivate(license, active.text("/device/id")))
                    : List.of(active);
        });
        for (List<Answer> visit : visits) {
            if (visit.getFirst().status() == 201) {
                visit.stream().skip(1).forEach(answer -> answer.expect(204));
            } else {
                visit.getFirst().problem(409, "DEVICE_LIMIT_REACHED");
            }
        }
        assertNeverMoreThan(places, license);
        long left = visits.stream()
                .filter(visit -> visit.size() == 1 && visit.getFirst().status() == 201)
                .count();
        assertThat(vendor.license(license).at("/counts/devices")).hasToString(String.valueOf(left));
        List<Answer> more = Together.call(20, i -> vendor.activate(license, "late-" + i));
        assertGiven(more, Math.toIntExact(places - left), "DEVICE_LIMIT_REACHED");
    }

    /** The history is in the order in which things happened, since each happened under the licence's lock. */
    private void assertNeverMoreThan(int places, Vendor.Issued license) {
        List<String> types = new ArrayList<>();
        @Nullable Object next = "";
        while (next != null) {
            Answer page = vendor.api
                    .get(Vendor.path(license, "/history?limit=200" + (next.equals("") ? "" : "&after=" + next)))
                    .expect(200);
            page.list("/data").forEach(event -> types.add(String.valueOf(((Map<?, ?>) event).get("type"))));
            next = page.at("/next");
        }
        Collections.reverse(types);
        int held = 0;
        for (String type : types) {
            held += type.equals("device.activated") ? 1 : type.equals("device.released") ? -1 : 0;
            assertThat(held).isBetween(0, places);
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R5_oneDeviceThatAsks50TimesAtOnceIsOneDevice(int round) {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 3)));
        List<Answer> answers = Together.call(50, i -> vendor.activate(license, "the-one-" + round));
        assertThat(count(answers, 201)).isEqualTo(1);
        assertThat(count(answers, 200)).isEqualTo(49);
        assertThat(answers.stream().map(answer -> answer.text("/device/id")).distinct())
                .hasSize(1);
        assertThat(vendor.license(license).at("/counts/devices")).hasToString("1");
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R34_50FirstValidationsAtOnceAreOneStart(int round) {
        Vendor.Issued license =
                vendor.issue(vendor.plan("trial-" + round, Map.of("term", "P7D", "starts", "firstValidation")));
        List<Answer> answers = Together.call(50, i -> vendor.validate(license));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.text("/code")).isEqualTo("VALID"));
        assertThat(answers.stream()
                        .map(answer -> answer.text("/license/expiresAt"))
                        .distinct())
                .hasSize(1);
        assertThat(vendor.history(license)).containsExactly("license.started", "license.issued");
        assertThat(vendor.api
                        .get(Vendor.path(license, "/validations?limit=200"))
                        .list("/data"))
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "product", "vendor"})
    void aDeviceThatMayBeActiveOnceIsActiveOnce(String unique) {
        String plan = vendor.plan(Map.of("devices", 5, "deviceUnique", unique));
        List<Vendor.Issued> licenses = List.of(vendor.issue(plan), vendor.issue(plan), vendor.issue(plan));
        String laptop = Vendor.unique("laptop-");
        List<Answer> answers = Together.call(45, i -> vendor.activate(licenses.get(i % 3), laptop));
        assertThat(count(answers, 201)).isEqualTo(1);
        assertThat(count(answers, 200)).isEqualTo(14);
        assertThat(count(answers, 409)).isEqualTo(30);
        assertThat(licenses.stream()
                        .map(each -> String.valueOf(vendor.license(each).at("/counts/devices"))))
                .containsExactlyInAnyOrder("1", "0", "0");
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R5_seatsOfNamedUsersAreExactToo(int round) {
        int seats = 3 + round;
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("users", seats)));
        List<Answer> answers =
                Together.call(60, i -> vendor.put(license, "users/user-" + i + "@example.com", Map.of()));
        assertThat(count(answers, 200)).isEqualTo(seats);
        assertThat(count(answers, 409)).isEqualTo(60 - seats);
        assertThat(vendor.license(license).at("/counts/users")).hasToString(String.valueOf(seats));
    }

    @Test
    void R5_oneUserAssigned30TimesAtOnceHasOneSeat() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("users", 5)));
        Together.call(
                30,
                i -> vendor.put(license, "users/" + (i % 2 == 0 ? "Ada" : "ada") + "@example.com", Map.of())
                        .expect(200));
        assertThat(vendor.license(license).at("/counts/users")).hasToString("1");
    }

    @Test
    void R38_theUnbindAllowanceIsExact() {
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("devices", 20, "unbindsPerPeriod", Map.of("limit", 3, "period", "P30D"))));
        List<String> devices = Together.call(20, i -> vendor.activated(license, "device-" + i));
        List<Answer> answers = Together.call(20, i -> vendor.deactivate(license, devices.get(i)));
        assertThat(count(answers, 204)).isEqualTo(3);
        assertThat(count(answers, 409)).isEqualTo(17);
    }

    @Test
    void R40_changesAtTheSameMomentAllCount() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P10D")));
        java.time.Instant end = vendor.end(license);
        Together.call(
                20,
                i -> i % 2 == 0
                        ? vendor.renew(license, Map.of("term", "P1D")).expect(201)
                        : vendor.put(license, "suspension", Map.of("reason", "r" + i))
                                .expect(200));
        assertThat(vendor.end(license)).isEqualTo(end.plus(java.time.Duration.ofDays(10)));
        assertThat(vendor.history(license).stream().filter("license.suspended"::equals))
                .hasSize(1);
        assertThat(vendor.history(license).stream().filter("license.renewed"::equals))
                .hasSize(10);
    }

    @Test
    void R20_oneOrderSentManyTimesAtOnceIsOneLicense() {
        String plan = vendor.plan(Map.of());
        String once = Vendor.unique("order-");
        List<Answer> answers = Together.call(
                15, i -> vendor.api.with("Idempotency-Key", once).post("/v1/licenses", Map.of("plan", plan)));
        assertThat(count(answers, 201)).isEqualTo(15);
        assertThat(answers.stream().map(answer -> answer.text("/key")).distinct())
                .hasSize(1);
        assertThat(vendor.api.get("/v1/licenses?product=" + vendor.product).list("/data"))
                .hasSize(1);
    }
}
