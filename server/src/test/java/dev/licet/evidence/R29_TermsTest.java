package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Terms in versions, and who agreed to which. */
class R29_TermsTest {
    private final Office office = Office.onMovingServer("software", Map.of());
    private final String eula = Office.unique("eula");

    private void applies(String code) {
        office.api
                .put("/v1/products/" + office.product + "/terms", Map.of("terms", code))
                .expect(200);
    }

    private Answer accept(Answer license, Map<String, ?> body) {
        return office.api.post(Office.path(license, "/terms-acceptances"), body);
    }

    @Test
    void R29_a_licence_says_which_terms_were_accepted_by_whom_and_when() {
        Answer terms = office.terms(eula, "1", Map.of());
        applies(eula);
        Answer license = office.issue(Map.of());
        assertThat(license.at("/terms")).isNull();

        Answer accepted = office.anybody
                .post("/v1/terms-acceptances", Map.of("key", license.text("/key"), "acceptedBy", Office.person("Ada")))
                .expect(201);
        assertThat(accepted.text("/sha256")).isEqualTo(terms.text("/sha256"));
        assertThat(accepted.text("/address")).isNotEmpty();

        Answer shown = office.license(license);
        assertThat(shown.text("/terms/id")).isEqualTo(terms.text("/id"));
        assertThat(shown.text("/terms/version")).isEqualTo("1");
        assertThat(shown.text("/terms/acceptedBy/email")).isEqualTo("ada@example.com");
        assertThat(shown.text("/terms/acceptedAt")).isEqualTo(accepted.text("/acceptedAt"));
        Answer history = office.api.get(Office.path(license, "/history")).expect(200);
        assertThat(history.text("/data/0/type")).isEqualTo("license.terms_accepted");
        assertThat(history.text("/data/0/actor")).isEqualTo("license:" + license.text("/id"));
    }

    @Test
    void R29_a_program_sees_that_terms_were_accepted_and_not_by_whom() {
        office.terms(eula, "1", Map.of());
        Answer license = office.issue(Map.of());
        accept(license, Map.of("terms", eula, "acceptedBy", Office.person("Ada")))
                .expect(201);
        Answer validated = office.anybody
                .post("/v1/licenses/validate", Map.of("key", license.text("/key")))
                .expect(200);
        assertThat(validated.text("/license/terms/code")).isEqualTo(eula);
        assertThat(validated.body()).doesNotContain("ada@example.com");
    }

    @Test
    void R29_the_version_in_force_is_the_one_whose_time_came_last() {
        Instant now = office.clock.now();
        office.terms(eula, "1", Map.of());
        office.terms(eula, "2", Map.of("effectiveAt", now.plusSeconds(3600).toString()));
        applies(eula);
        String path = "/v1/products/" + office.product + "/terms";
        assertThat(office.api.get(path).expect(200).text("/inForce/version")).isEqualTo("1");
        office.clock.advance("PT2H");
        assertThat(office.api.get(path).expect(200).text("/inForce/version")).isEqualTo("2");

        Answer license = office.issue(Map.of());
        assertThat(accept(license, Map.of("acceptedBy", Office.person("Ada")))
                        .expect(201)
                        .text("/version"))
                .isEqualTo("2");
    }

    @Test
    void R29_a_paper_signed_earlier_is_recorded_and_does_not_replace_a_later_acceptance() {
        office.terms(eula, "1", Map.of("effectiveAt", "2026-01-01T00:00:00Z"));
        applies(eula);
        Answer license = office.issue(Map.of());
        accept(license, Map.of("acceptedBy", Office.person("Ada"))).expect(201);
        accept(
                        license,
                        Map.of(
                                "acceptedBy", Office.person("Bob"),
                                "at", "2026-02-01T10:00:00Z",
                                "evidence", Map.of("contract", "2026-117")))
                .expect(201);
        assertThat(office.license(license).text("/terms/acceptedBy/name")).isEqualTo("Ada");
        Answer list = office.api.get(Office.path(license, "/terms-acceptances")).expect(200);
        assertThat(list.list("/data")).hasSize(2);
        assertThat(list.text("/data/0/evidence/contract")).isEqualTo("2026-117");
        assertThat(list.text("/data/0/acceptedAt")).isEqualTo("2026-02-01T10:00:00Z");
    }

    @Test
    void R29_a_version_never_changes() {
        Answer terms = office.terms(eula, "1", Map.of());
        Map<String, Object> again = Map.of("code", eula, "version", "1", "title", "Other", "text", "Other");
        office.api.post("/v1/terms", again).problem(409, "VERSION_TAKEN");
        Answer read = office.api.get("/v1/terms/" + terms.text("/id")).expect(200);
        assertThat(read.text("/text")).isEqualTo("You may use it, version 1");
        assertThat(read.text("/sha256")).isEqualTo(Digests.sha256("You may use it, version 1"));
    }

    @Test
    void R29_bad_terms_are_refused_with_the_field_and_the_mend() {
        Map<String, Object> good = Map.of("code", eula, "version", "1", "title", "T");
        office.api.post("/v1/terms", good).invalid("/text");
        office.api
                .post("/v1/terms", with(good, "url", "https://example.com/eula"))
                .invalid("/sha256");
        office.api.post("/v1/terms", with(good, "url", "javascript:alert(1)")).invalid("/url");
        office.api
                .post("/v1/terms", with(with(good, "text", "a"), "sha256", "0".repeat(64)))
                .invalid("/sha256");
        office.api
                .post("/v1/terms", with(with(good, "text", "a"), "code", "Not Good"))
                .invalid("/code");
        String path = "/v1/products/" + office.product + "/terms";
        office.api.put(path, Map.of("terms", "no-such-terms")).invalid("/terms");
        office.api.put(path, Map.of()).invalid("/terms");

        Answer license = office.issue(Map.of());
        accept(license, Map.of("acceptedBy", Office.person("Ada"))).invalid("/terms");
        office.terms(eula, "1", Map.of());
        accept(license, Map.of("terms", eula)).invalid("/acceptedBy");
        accept(license, Map.of("terms", eula, "acceptedBy", Map.of("name", "", "email", "x")))
                .invalid("/acceptedBy/email");
        String future = office.clock.now().plusSeconds(60).toString();
        accept(license, Map.of("terms", eula, "acceptedBy", Office.person("Ada"), "at", future))
                .invalid("/at");
        Office other = Office.onMovingServer("software", Map.of());
        accept(other.issue(Map.of()), Map.of("terms", foreign(), "acceptedBy", Office.person("Ada")))
                .invalid("/terms");
        office.anybody
                .post("/v1/terms-acceptances", Map.of("key", "NOTES-1", "acceptedBy", Office.person("Ada")))
                .problem(404, "NOT_FOUND");
    }

    private String foreign() {
        return office.terms(Office.unique("own"), "1", Map.of("product", office.product))
                .text("/id");
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(body);
        more.put(name, value);
        return more;
    }
}
