package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.key.CertificateNumber;
import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Certifications, courses, memberships: a dated certificate that anybody can check, bound to no device. */
class R15_CertificationTest {
    private final Office office = Office.onMovingServer("certificate", Map.of("term", "P2Y"));

    /** The number of the certificate that came with the issue. */
    private String number(Answer license) {
        Answer list = office.api.get(Office.path(license, "/certificates")).expect(200);
        assertThat(list.text("/data/0/form")).isEqualTo("issue");
        return list.text("/data/0/number");
    }

    private Answer json(String number) {
        return office.anybody.get("/v1/certificates/" + number).expect(200);
    }

    private String page(String number) {
        return office.anybody.get("/verify/" + number).expect(200).body();
    }

    @Test
    void R15_issuing_gives_a_dated_certificate_that_anybody_checks() {
        Answer license = office.issueTo("individual", "Ada Lovelace");
        String number = number(license);
        Answer checked = json(number);
        assertThat(checked.at("/valid")).isEqualTo(true);
        assertThat(checked.text("/status")).isEqualTo("valid");
        assertThat(checked.text("/holder")).isEqualTo("Ada Lovelace");
        assertThat(checked.text("/kind")).isEqualTo("certificate");
        assertThat(checked.text("/expiresAt")).isEqualTo(license.text("/expiresAt"));
        assertThat(checked.text("/madeAt")).isNotEmpty();
        assertThat(checked.at("/copy")).isNull();
        assertThat(page(number)).contains("Valid", "Ada Lovelace", "Notes", "Professional", number);
    }

    @Test
    void R15_no_device_is_asked_for() {
        Answer license = office.issueTo("individual", "Ada Lovelace");
        assertThat(office.anybody
                        .post("/v1/licenses/validate", Map.of("key", license.text("/key")))
                        .expect(200)
                        .text("/code"))
                .isEqualTo("VALID");
    }

    @Test
    void R15_the_page_tells_suspended_expired_and_revoked() {
        Answer license = office.issueTo("individual", "Ada Lovelace");
        String number = number(license);
        office.api.put(Office.path(license, "/suspension"), Map.of()).expect(200);
        assertThat(json(number).text("/status")).isEqualTo("suspended");
        assertThat(page(number)).contains("<h1 id=\"status\">Suspended</h1>");
        office.api.delete(Office.path(license, "/suspension")).expect(200);
        String soon = office.clock.now().plusSeconds(60).toString();
        office.api
                .put(Office.path(license, "/expiry"), Map.of("expiresAt", soon))
                .expect(200);
        assertThat(page(number)).contains("The licence has changed since the certificate was made");
        office.clock.advance("PT2M");
        assertThat(json(number).at("/valid")).isEqualTo(false);
        assertThat(page(number)).contains("<h1 id=\"status\">Expired</h1>");
        office.api.put(Office.path(license, "/revocation"), Map.of()).expect(200);
        assertThat(json(number).text("/status")).isEqualTo("revoked");
        assertThat(page(number)).contains("<h1 id=\"status\">Revoked</h1>");
    }

    @Test
    void R15_one_that_begins_later_is_not_valid_yet_and_one_handed_on_is_valid_no_more() {
        String later = office.clock.now().plusSeconds(86400).toString();
        Answer future = office.issue(Map.of("startsAt", later));
        assertThat(json(number(future)).text("/status")).isEqualTo("notStarted");
        Answer license = office.issueTo("individual", "Ada Lovelace");
        String number = number(license);
        String other = office.customer("individual", "Eve Other");
        office.api
                .put(Office.path(license, "/customer"), Map.of("customer", other))
                .expect(200);
        assertThat(json(number).text("/status")).isEqualTo("transferred");
        assertThat(page(number)).contains("Ada Lovelace").doesNotContain("Eve Other");
    }

    @Test
    void R15_a_mistyped_number_is_told_from_an_unknown_one() {
        String number = number(office.issueTo("individual", "Ada Lovelace"));
        String typo = (number.charAt(0) == '2' ? '3' : '2') + number.substring(1);
        assertThat(office.anybody.get("/verify/" + typo).expect(404).body()).contains("typing error");
        office.anybody.get("/v1/certificates/" + typo).problem(404, "NOT_FOUND");
        String unknown = CertificateNumber.generate(new SecureRandom()).toString();
        assertThat(office.anybody.get("/verify/" + unknown).expect(404).body())
                .contains("Unknown", "was ever made here");
        assertThat(page(number.toLowerCase(java.util.Locale.ROOT).replace("-", "")))
                .contains("Ada Lovelace");
        assertThat(office.anybody.get("/verify?number=" + number).expect(200).body())
                .contains("Ada Lovelace");
        assertThat(office.anybody.get("/verify").expect(200).body()).contains("Check a certificate");
    }

    @Test
    void R15_the_page_is_strict_and_escapes_what_it_shows() {
        String number = number(office.issueTo("individual", "<script>alert('x')</script>"));
        Answer answer = office.anybody.get("/verify/" + number).expect(200);
        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'")
                .doesNotContain("unsafe");
        String hostile = office.anybody
                .get("/verify?number=%22%3E%3Cimg%20src%3Dx%20onerror%3D1%3E")
                .expect(404)
                .body();
        assertThat(hostile).doesNotContain("<img");
        assertThat(office.anybody.get("/verify/style.css").expect(200).header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void R15_of_software_the_public_sees_initials_of_persons_and_names_of_organizations() {
        Office software = Office.onMovingServer("software", Map.of());
        Answer person = software.issueTo("individual", "Ada Lovelace");
        assertThat(software.api.get(Office.path(person, "/certificates")).list("/data"))
                .isEmpty();
        String number = software.api
                .get(Office.path(person, "/certificate"))
                .expect(200)
                .text("/number");
        assertThat(json(number).text("/holder")).isEqualTo("A. L.");
        Answer firm = software.issueTo("organization", "Engines Ltd");
        String other =
                software.api.get(Office.path(firm, "/certificate")).expect(200).text("/number");
        assertThat(json(other).text("/holder")).isEqualTo("Engines Ltd");
    }

    @Test
    void R15_guessing_is_slowed_down_and_good_numbers_go_on() {
        try (TestServer server = TestServer.start(Map.of())) {
            Office own = new Office(server.http(), "certificate", Map.of());
            Answer license = own.issueTo("individual", "Ada Lovelace");
            String number = own.api.get(Office.path(license, "/certificates")).text("/data/0/number");
            SecureRandom random = new SecureRandom();
            for (int i = 0; i < 20; i++) {
                own.anybody
                        .get("/v1/certificates/" + CertificateNumber.generate(random))
                        .expect(404);
            }
            Answer last = own.anybody.get("/v1/certificates/" + CertificateNumber.generate(random));
            last.problem(429, "TOO_MANY_REQUESTS");
            assertThat(last.header("Retry-After")).isNotNull();
            assertThat(own.anybody.get("/verify/nonsense").expect(429).body()).contains("Too many tries");
            own.anybody.get("/v1/certificates/" + number).expect(200);
        }
    }
}
