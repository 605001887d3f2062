package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.decision.Question;
import dev.licet.core.token.LicenseToken;
import dev.licet.testing.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Once a licence has ended no path leads on. */
class R55_ExpiredLicencesLoseAccessTest {
    private static final Map<String, Object> ON_LAPTOP = Map.of("device", Vendor.device("laptop"));

    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;
    private final Vendor.Issued license =
            vendor.issue(vendor.plan(Map.of("term", "P30D", "grace", "P5D", "devices", 2, "offlineTtl", "P90D")));

    @Test
    void R55_noPathWorksAfterExpiryAndGrace() {
        String device = vendor.activated(license, "laptop");
        Instant end = vendor.end(license).plus(Duration.ofDays(5));
        clock.before(end);
        String token = vendor.validate(license, ON_LAPTOP).text("/token");
        String beat = vendor.beat(license, device).expect(200).text("/token");

        clock.to(end);
        vendor.expect(license, ON_LAPTOP, "EXPIRED");
        assertThat(vendor.validate(license, ON_LAPTOP).at("/token")).isNull();
        assertThat(vendor.validate(license, ON_LAPTOP).at("/features")).hasToString("{}");
        vendor.activate(license, "laptop").problem(409, "EXPIRED");
        vendor.activate(license, "desktop").problem(409, "EXPIRED");
        vendor.beat(license, device).problem(409, "EXPIRED");
        assertOver(token, end);
        assertOver(beat, end);
    }

    /** The token was given for 90 days, and ends with the licence all the same. */
    private void assertOver(String compact, Instant end) {
        LicenseToken token = Verified.token(vendor, compact);
        assertThat(token.expiresAt()).isBeforeOrEqualTo(end);
        Question question = new Question(vendor.product, token.device(), null, null, List.of());
        assertThat(token.decide(question, end.minusSeconds(30)).code()).hasToString("VALID");
        assertThat(token.decide(question, end).code()).hasToString("EXPIRED");
    }

    @Test
    void R37_placesOfAnExpiredLicenseCanStillBeFreed() {
        String device = vendor.activated(license, "laptop");
        clock.advance("P60D");
        vendor.deactivate(license, device).expect(204);
        assertThat(vendor.license(license).at("/counts/devices")).hasToString("0");
    }
}
