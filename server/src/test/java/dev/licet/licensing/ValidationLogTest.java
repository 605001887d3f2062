package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log of every question and its answer. */
class ValidationLogTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final Clock clock = vendor.clock;
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of()));

    @Test
    void R28_eachValidationIsLoggedWithTimeAndResult() {
        Instant before = clock.now();
        Answer answer = vendor.validate(
                license,
                Map.of(
                        "product",
                        vendor.product,
                        "device",
                        Vendor.device("laptop"),
                        "user",
                        "ada@example.com",
                        "version",
                        "2.3.1"));
        Answer log = vendor.api.get(Vendor.path(license, "/validations")).expect(200);
        assertThat(log.list("/data")).hasSize(1);
        assertThat(log.text("/data/0/at")).isEqualTo(answer.text("/validatedAt"));
        assertThat(Instant.parse(log.text("/data/0/at"))).isBetween(before, clock.now());
        assertThat(log.text("/data/0/code")).isEqualTo("VALID");
        assertThat(log.at("/data/0/valid")).isEqualTo(true);
        assertThat(log.text("/data/0/license")).isEqualTo(license.id());
        assertThat(log.text("/data/0/product")).isEqualTo(vendor.product);
        assertThat(log.text("/data/0/fingerprint")).isEqualTo("laptop");
        assertThat(log.text("/data/0/user")).isEqualTo("ada@example.com");
        assertThat(log.text("/data/0/version")).isEqualTo("2.3.1");
        assertThat(log.text("/data/0/requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(log.text("/data/0/keyHint"))
                .isEqualTo(license.key().substring(license.key().length() - 4));
        assertThat(log.body()).doesNotContain(license.key());
    }

    @Test
    void R47_theLogIsQueriedByLicenseTimeAndResult() {
        vendor.validate(license);
        clock.advance("P1D");
        Instant noon = clock.now();
        vendor.put(license, "suspension", Map.of()).expect(200);
        vendor.validate(license);
        vendor.validate(license);
        clock.advance("P1D");
        Instant late = clock.now();
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        vendor.validate(license);

        assertThat(codes("")).containsExactly("VALID", "SUSPENDED", "SUSPENDED", "VALID");
        assertThat(codes("?code=SUSPENDED")).hasSize(2);
        assertThat(codes("?from=" + noon + "&to=" + late)).containsExactly("SUSPENDED", "SUSPENDED");
        assertThat(codes("?from=" + noon + "&code=VALID")).hasSize(1);
        assertThat(codes("?to=" + noon)).containsExactly("VALID");
        vendor.api.get(Vendor.path(license, "/validations?code=FINE")).invalid("code");
        vendor.api.get(Vendor.path(license, "/validations?from=noon")).invalid("from");
    }

    private List<String> codes(String query) {
        return vendor.api.get(Vendor.path(license, "/validations" + query)).expect(200).list("/data").stream()
                .map(entry -> String.valueOf(((Map<?, ?>) entry).get("code")))
                .toList();
    }

    @Test
    void R47_unknownKeysAreLoggedToo() {
        Instant before = clock.now();
        vendor.program
                .with("X-Request-Id", "unknown-" + vendor.product)
                .post("/v1/licenses/validate", Map.of("key", "not a key at all"))
                .expect(200);
        Answer log =
                vendor.api.get("/v1/validations?code=NOT_FOUND&from=" + before).expect(200);
        assertThat(log.list("/data")).extracting("requestId").containsOnlyOnce("unknown-" + vendor.product);
        assertThat(log.at("/data/0/license")).isNull();
    }
}
