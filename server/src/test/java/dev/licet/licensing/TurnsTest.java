package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Clock;
import dev.licet.testing.TestServer;
import dev.licet.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to a licence by time alone is in its history, once. */
class TurnsTest {
    private static final List<String> TURNS =
            List.of("license.expiring", "license.grace_started", "license.fell_back", "license.expired");

    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;

    private List<String> turns(Vendor.Issued license) {
        return vendor.history(license).stream().filter(TURNS::contains).toList();
    }

    @Test
    void eachTurnIsToldOnceForEachEnd() {
        Vendor.Issued license =
                vendor.issue(vendor.plan(Map.of("term", "P30D", "grace", "P5D", "warnBefore", List.of("P7D", "P1D"))));
        Instant end = vendor.end(license);
        clock.to(end.minus(Duration.ofDays(8)));
        assertThat(turns(license)).isEmpty();
        clock.to(end.minus(Duration.ofDays(7)));
        assertThat(turns(license)).containsExactly("license.expiring");
        clock.to(end.minus(Duration.ofDays(1)));
        assertThat(turns(license)).containsExactly("license.expiring");
        clock.to(end);
        assertThat(turns(license)).containsExactly("license.grace_started", "license.expiring");
        clock.to(end.plus(Duration.ofDays(5)));
        clock.advance("P1D");
        assertThat(turns(license)).containsExactly("license.expired", "license.grace_started", "license.expiring");

        vendor.renew(license, Map.of("term", "P30D")).expect(201);
        clock.to(vendor.end(license).minus(Duration.ofDays(3)));
        assertThat(turns(license))
                .startsWith("license.expiring", "license.expired")
                .hasSize(4);
        assertThat(vendor.api.get(Vendor.path(license, "/history?limit=1")).text("/data/0/actor"))
                .isEqualTo("system");
    }

    @Test
    void ofTurnsThatWereMissedOnlyTheLastIsTold() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P30D", "grace", "P5D")));
        clock.advance("P1Y");
        assertThat(turns(license)).containsExactly("license.expired");
    }

    @Test
    void aFallbackIsToldAndATrialThatEndsSoonToo() {
        vendor.plan("free", Map.of());
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("term", "P30D", "trial", true, "onExpiry", "fallback", "fallbackPlan", "free")));
        clock.advance("P25D");
        assertThat(turns(license)).containsExactly("license.expiring");
        clock.advance("P10D");
        assertThat(turns(license)).containsExactly("license.fell_back", "license.expiring");
    }

    @Test
    void aSuspendedLicenseIsToldOfWhenItIsResumedAndARevokedOneNever() {
        String plan = vendor.plan(Map.of("term", "P30D"));
        Vendor.Issued suspended = vendor.issue(plan);
        Vendor.Issued revoked = vendor.issue(plan);
        vendor.put(suspended, "suspension", Map.of()).expect(200);
        vendor.put(revoked, "revocation", Map.of()).expect(200);
        clock.advance("P60D");
        assertThat(turns(suspended)).isEmpty();
        vendor.api.delete(Vendor.path(suspended, "/suspension")).expect(200);
        clock.advance("PT1S");
        assertThat(turns(suspended)).containsExactly("license.expired");
        assertThat(turns(revoked)).isEmpty();
    }

    @Test
    void aLicenseThatStartsLaterIsToldOfInItsTime() {
        Instant start = clock.now().plus(Duration.ofDays(100));
        Vendor.Issued license = vendor.issue(
                vendor.plan(Map.of("term", "P5D", "warnBefore", List.of("P10D"))),
                Map.of("startsAt", start.toString()));
        clock.to(start.minus(Duration.ofDays(3)));
        assertThat(turns(license)).isEmpty();
        clock.to(start);
        assertThat(turns(license)).containsExactly("license.expiring");
    }

    @Test
    void manyNodesTellOnce() {
        String plan = vendor.plan(Map.of("term", "P30D"));
        List<Vendor.Issued> licenses = Together.call(30, i -> vendor.issue(plan));
        Instant later = clock.now().plus(Duration.ofDays(31));
        Turns turns = TestServer.moving().bean(Turns.class);
        Together.call(8, i -> {
            turns.run(later);
            return i;
        });
        clock.to(later);
        licenses.forEach(license -> assertThat(turns(license)).containsExactly("license.expired"));
    }
}
