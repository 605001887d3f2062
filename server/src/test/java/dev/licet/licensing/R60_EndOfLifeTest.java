package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A version comes to its end in three dated stages, on the clock alone, and its users reach the offer of the new one. */
class R60_EndOfLifeTest {
    private static final Map<String, Object> OLD = Map.of("version", "1.4.2");

    private final Vendor vendor = Vendor.onMovingServer();
    private final String ends = "/v1/products/" + vendor.product + "/end-of-life";
    private final Instant notice = vendor.clock.now().plus(Duration.ofDays(10));
    private final Instant restricted = notice.plus(Duration.ofDays(90));
    private final Instant end = restricted.plus(Duration.ofDays(90));
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 5)));

    @Test
    void threeStagesComeOnTheClockAndLeadToTheOffer() {
        activate("a", "1.4.2").expect(201);
        Answer made = vendor.api.put(ends + "/v1", body()).expect(201);
        assertThat(made.at("/stage")).isEqualTo("planned");
        assertThat(validate("1.4.2").list("/warnings")).isEmpty();

        vendor.clock.to(notice);
        Answer noticed = validate("1.4.2");
        assertThat(noticed.at("/valid")).isEqualTo(true);
        assertThat(noticed.at("/warnings/0/code")).isEqualTo("END_OF_LIFE");
        assertThat(noticed.at("/warnings/0/level")).isEqualTo("warning");
        assertThat(noticed.at("/warnings/0/daysLeft")).hasToString("180");
        assertLeadsToTheOffer(noticed.object("/warnings/0/upgrade"));
        activate("b", "1.4.2").expect(201);
        assertThat(stage()).isEqualTo("notice");

        vendor.clock.to(restricted);
        assertThat(validate("1.4.2").at("/warnings/0/level")).isEqualTo("critical");
        Answer refused = activate("c", "1.4.2").problem(409, "VERSION_BLOCKED");
        assertLeadsToTheOffer(refused.object("/upgrade"));
        activate("a", "1.4.2").expect(200);
        activate("d", "2.0.0").expect(201);
        assertThat(stage()).isEqualTo("restricted");

        vendor.clock.to(end);
        Answer ended = validate("1.4.2");
        assertThat(ended.text("/code")).isEqualTo("VERSION_BLOCKED");
        assertLeadsToTheOffer(ended.object("/upgrade"));
        assertThat(validate("2.0.0").text("/code")).isEqualTo("VALID");
        activate("a", "1.4.2").problem(409, "VERSION_BLOCKED");
        assertThat(stage()).isEqualTo("ended");

        assertThat(events(made)).containsExactly("ended", "restricted", "notice", "set");
    }

    @Test
    void stagesThatPassedWhileNobodyLookedAreEachToldOnce() {
        Answer made = vendor.api.put(ends + "/v1", body()).expect(201);
        vendor.clock.to(end.plus(Duration.ofDays(30)));
        vendor.clock.advance("P1D");
        assertThat(events(made)).containsExactly("ended", "restricted", "notice", "set");
        Answer last = vendor.api.get("/v1/events?type=end_of_life.ended&subject=" + made.text("/id"));
        assertThat(last.at("/data/0/actor")).isEqualTo("system");
        assertThat(last.at("/data/0/after/offer")).isEqualTo("https://example.com/offer");
    }

    @Test
    void whatHasBegunAlreadyIsToldAtOnce() {
        Map<String, Object> body = body();
        body.remove("noticeAt");
        Answer made = vendor.api.put(ends + "/v1", body).expect(201);
        assertThat(made.at("/stage")).isEqualTo("notice");
        assertThat(events(made)).containsExactly("notice", "set");
        assertThat(vendor.api.put(ends + "/v1", body).expect(200).at("/updatedAt"))
                .isEqualTo(made.at("/updatedAt"));
        assertThat(events(made)).containsExactly("notice", "set");
    }

    @Test
    void anEndThatIsPutOffLetsTheVersionGoOnAndComesAgain() {
        Answer made = vendor.api.put(ends + "/v1", body()).expect(201);
        vendor.clock.to(end);
        vendor.expect(license, OLD, "VERSION_BLOCKED");

        Map<String, Object> later = body();
        later.put("endsAt", end.plus(Duration.ofDays(30)).toString());
        vendor.api.put(ends + "/v1", later).expect(200);
        activate("a", "2.0.0").expect(201);
        assertThat(validate("1.4.2").text("/code")).isEqualTo("VALID");
        assertThat(events(made)).containsExactly("changed", "ended", "restricted", "notice", "set");

        vendor.clock.to(end.plus(Duration.ofDays(30)));
        assertThat(validate("1.4.2").text("/code")).isEqualTo("VERSION_BLOCKED");
        assertThat(events(made)).containsExactly("ended", "changed", "ended", "restricted", "notice", "set");
    }

    @Test
    void anEndThatIsCancelledDoesNotCome() {
        Answer made = vendor.api.put(ends + "/v1", body()).expect(201);
        activate("a", "1.4.2").expect(201);
        vendor.clock.to(notice);
        vendor.api.with("If-Match", "\"7\"").delete(ends + "/v1").problem(412, "STALE");
        vendor.api.delete(ends + "/" + made.text("/id")).expect(204);
        vendor.clock.to(end);
        assertThat(validate("1.4.2").list("/warnings")).isEmpty();
        assertThat(events(made)).containsExactly("cancelled", "notice", "set");
        assertThat(vendor.api.get(ends).list("/data")).isEmpty();
    }

    @Test
    void theAnswerHoldsWithoutTheServer() {
        vendor.api.put(ends + "/v1", body()).expect(201);
        activate("a", "1.4.2").expect(201);
        vendor.clock.to(end.minus(Duration.ofDays(2)));
        var token = Verified.token(vendor, validate("1.4.2").text("/token"));
        assertThat(token.releases().ends()).hasSize(1);
        assertThat(token.expiresAt()).isAfter(end);
    }

    @Test
    void whatIsWrongIsSaid() {
        wrong("versions", List.of("x"), "/versions/0");
        wrong("restrictedAt", notice.minusSeconds(1).toString(), "/restrictedAt");
        wrong("endsAt", restricted.minusSeconds(1).toString(), "/endsAt");
        wrong("offer", "mailto:a@example.com", "/offer");
        wrong("upgradeTo", "1.9.0", "/upgradeTo");
        Map<String, Object> body = body();
        body.remove("endsAt");
        vendor.api.put(ends + "/v1", body).invalid("/endsAt");
        vendor.api.get(ends + "/v1").problem(404, "NOT_FOUND");
    }

    private void wrong(String name, Object value, String pointer) {
        Map<String, Object> body = body();
        body.put(name, value);
        vendor.api.put(ends + "/v1", body).invalid(pointer);
    }

    private static void assertLeadsToTheOffer(Map<String, @Nullable Object> upgrade) {
        assertThat(upgrade)
                .containsEntry("version", "2.0.0")
                .containsEntry("message", "Version 2 reads all your notes.")
                .containsEntry("guide", "https://example.com/to-2")
                .containsEntry("offer", "https://example.com/offer");
    }

    private Answer validate(String version) {
        return vendor.validate(license, Map.of("version", version, "device", Vendor.device("a")));
    }

    private Answer activate(String device, String version) {
        return vendor.program.post(
                "/v1/activations", Map.of("key", license.key(), "device", Vendor.device(device), "version", version));
    }

    private String stage() {
        return vendor.api.get(ends + "/v1").expect(200).text("/stage");
    }

    private List<String> events(Answer made) {
        return vendor.api.get("/v1/events?subject=" + made.text("/id")).expect(200).list("/data").stream()
                .map(event -> String.valueOf(((Map<?, ?>) event).get("type")).replace("end_of_life.", ""))
                .toList();
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("versions", List.of("1.0.0 - 1.9.9"));
        body.put("noticeAt", notice.toString());
        body.put("restrictedAt", restricted.toString());
        body.put("endsAt", end.toString());
        body.put("upgradeTo", "2.0.0");
        body.put("message", "Version 2 reads all your notes.");
        body.put("guide", "https://example.com/to-2");
        body.put("offer", "https://example.com/offer");
        return body;
    }
}
