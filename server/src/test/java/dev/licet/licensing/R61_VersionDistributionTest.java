package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which versions run, how often, and who is concerned when one has to go. */
class R61_VersionDistributionTest {
    private final Vendor vendor = Vendor.onMovingServer();
    private final String product = "/v1/products/" + vendor.product;
    private final Vendor.Issued office = vendor.issue(
            vendor.plan("office", Map.of("devices", 50)), Map.of("customer", vendor.customer("organization")));
    private final Vendor.Issued single = vendor.issue(vendor.plan("single", Map.of()));

    @Test
    void installsAreCountedByVersionTheHighestFirst() {
        activate("a", "1.9.0");
        activate("b", "1.10");
        activate("c", "1.10.0");
        activate("d", null);
        vendor.validate(single, Map.of("version", "2.0.0-beta"));
        vendor.api.post(product + "/releases", Map.of("version", "1.10.0", "releasedAt", "2026-05-01T00:00:00Z"));
        vendor.api
                .put(product + "/blocks/x", Map.of("versions", List.of("1.9.0")))
                .expect(201);

        Answer versions = vendor.api.get(product + "/versions").expect(200);
        assertThat(versions.at("/installs")).hasToString("5");
        assertThat(versions.at("/unknown")).hasToString("1");
        assertThat(versions.list("/versions")).extracting("version").containsExactly("2.0.0-beta", "1.10", "1.9.0");
        assertThat(versions.list("/versions"))
                .extracting(v -> String.valueOf(((Map<?, ?>) v).get("installs")))
                .containsExactly("1", "2", "1");
        assertThat(versions.at("/versions/0/devices")).hasToString("0");
        assertThat(versions.at("/versions/1/share")).hasToString("0.5");
        assertThat(versions.at("/versions/1/releasedAt")).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(versions.at("/versions/1/blocked")).isEqualTo(false);
        assertThat(versions.at("/versions/2/blocked")).isEqualTo(true);
    }

    @Test
    void anUpdateIsSeenAtItsNextValidationAndWhatIsSilentCanBeLeftOut() {
        activate("a", "1.0.0");
        activate("b", "1.0.0");
        vendor.clock.advance("P40D");
        Instant since = vendor.clock.now();
        vendor.clock.advance("PT1H");
        vendor.expect(office, Map.of("device", Vendor.device("a"), "version", "1.1.0"), "VALID");

        assertThat(counts("")).isEqualTo(Map.of("1.1.0", "1", "1.0.0", "1"));
        assertThat(counts("?since=" + since)).isEqualTo(Map.of("1.1.0", "1"));
        vendor.deactivate(office, device("b")).expect(204);
        assertThat(counts("")).isEqualTo(Map.of("1.1.0", "1"));
    }

    @Test
    void R60_whoIsConcernedByAnEndIsListedPageByPage() {
        for (int i = 0; i < 7; i++) {
            activate("old" + i, "1." + i);
        }
        activate("new", "2.0.0");
        vendor.validate(single, Map.of("version", "1.4.2"));
        Instant end = vendor.clock.now().plus(Duration.ofDays(30));
        Map<String, Object> body =
                Map.of("versions", List.of("1.0 - 1.99"), "restrictedAt", end.toString(), "endsAt", end.toString());
        vendor.api.put(product + "/end-of-life/one", body).expect(201);

        List<Map<?, ?>> all = all(product + "/end-of-life/one/affected");
        assertThat(all).hasSize(8);
        Set<Object> names = new HashSet<>();
        all.forEach(row -> names.add(row.get("version")));
        assertThat(names).contains("1.0", "1.6", "1.4.2").doesNotContain("2.0.0");
        Map<?, ?> device = all.stream()
                .filter(row -> "1.3".equals(row.get("version")))
                .findFirst()
                .orElseThrow();
        assertThat(device.get("license")).isEqualTo(office.id());
        assertThat(device.get("customer")).extracting("email").isEqualTo("it@example.com");
        assertThat(String.valueOf(device.get("device"))).startsWith("dev_");
        Map<?, ?> bare = all.stream()
                .filter(row -> "1.4.2".equals(row.get("version")))
                .findFirst()
                .orElseThrow();
        assertThat(bare.get("license")).isEqualTo(single.id());
        assertThat(bare.get("device")).isNull();

        vendor.api
                .put(product + "/blocks/one", Map.of("versions", List.of("1.3")))
                .expect(201);
        assertThat(all(product + "/blocks/one/affected")).hasSize(1);
        vendor.put(single, "revocation", Map.of()).expect(200);
        assertThat(all(product + "/end-of-life/one/affected")).hasSize(7);
        vendor.api.get(product + "/end-of-life/two/affected").problem(404, "NOT_FOUND");
    }

    private Map<String, String> counts(String query) {
        Map<String, String> counts = new java.util.HashMap<>();
        vendor.api
                .get(product + "/versions" + query)
                .expect(200)
                .list("/versions")
                .forEach(each -> {
                    Map<?, ?> version = (Map<?, ?>) each;
                    counts.put(String.valueOf(version.get("version")), String.valueOf(version.get("installs")));
                });
        return counts;
    }

    private List<Map<?, ?>> all(String path) {
        List<Map<?, ?>> all = new ArrayList<>();
        @Nullable Object next = "";
        while (next != null) {
            Answer page = vendor.api
                    .get(path + "?limit=3" + (next.equals("") ? "" : "&after=" + next))
                    .expect(200);
            page.list("/data").forEach(row -> all.add((Map<?, ?>) row));
            next = page.at("/next");
        }
        return all;
    }

    private String device(String fingerprint) {
        return vendor.api.get(Vendor.path(office, "/devices")).list("/data").stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> fingerprint.equals(each.get("fingerprint")))
                .map(each -> String.valueOf(each.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private void activate(String fingerprint, @Nullable String version) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("key", office.key());
        body.put("device", Vendor.device(fingerprint));
        if (version != null) {
            body.put("version", version);
        }
        vendor.program.post("/v1/activations", body).expect(201);
    }
}
