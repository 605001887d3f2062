package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Licences found again. */
class LicenseListTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final String plan = vendor.plan(Map.of());

    private List<String> find(String query) {
        Answer answer =
                vendor.api.get("/v1/licenses?product=" + vendor.product + query).expect(200);
        return ids(answer);
    }

    private static List<String> ids(Answer answer) {
        return answer.list("/data").stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("id")))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void byEnd() {
        Vendor.Issued early = vendor.issue(plan, Map.of("expiresAt", "2030-01-01T00:00:00Z"));
        Vendor.Issued late = vendor.issue(plan, Map.of("expiresAt", "2030-02-01T00:00:00Z"));
        vendor.issue(plan);
        assertThat(find("&expiresBefore=2030-01-15T00:00:00Z")).containsExactly(early.id());
        assertThat(find("&expiresAfter=2030-01-15T00:00:00Z")).containsExactly(late.id());
        assertThat(find("&expiresAfter=2030-01-01T00:00:00Z&expiresBefore=2030-02-01T00:00:00Z"))
                .containsExactly(early.id());
        assertThat(find("&expiresAfter=" + encoded("2030-02-01T02:00:00+02:00")))
                .containsExactly(late.id());
        vendor.api.get("/v1/licenses?expiresBefore=soon").invalid("expiresBefore");
        vendor.api.get("/v1/licenses?expiresAfter=99999-01-01T00:00:00Z").invalid("expiresAfter");
    }

    @Test
    void byPlanAndState() {
        String other = vendor.plan("other", Map.of("trial", true, "term", "P30D"));
        Vendor.Issued first = vendor.issue(plan);
        Vendor.Issued second = vendor.issue(other);
        assertThat(find("&plan=other")).containsExactly(second.id());
        assertThat(find("&plan=" + plan)).containsExactly(first.id());
        assertThat(find("&state=trial")).containsExactly(second.id());
        assertThat(find("&state=active")).containsExactly(first.id());
        vendor.api.get("/v1/licenses?plan=no-such-plan").invalid("plan");
        vendor.api.get("/v1/licenses?product=no-such-product").invalid("product");
        vendor.api.get("/v1/licenses?customer=no-such-customer").invalid("customer");
        vendor.api.get("/v1/licenses?state=sleeping").invalid("state");
        vendor.api.get("/v1/licenses?status=active").invalid("status");
    }

    @Test
    void byWhatOneRemembersOfIt() {
        String customer = vendor.api
                .post(
                        "/v1/customers",
                        Map.of(
                                "kind",
                                "organization",
                                "name",
                                "Würth 100% & Söhne_" + vendor.product,
                                "email",
                                vendor.product + "@example.com",
                                "country",
                                "DE"))
                .expect(201)
                .text("/id");
        Vendor.Issued license = vendor.issue(
                plan, Map.of("customer", customer, "users", List.of("ada." + vendor.product + "@example.org")));
        vendor.issue(plan);
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of(
                                "key",
                                license.key(),
                                "user",
                                "ada." + vendor.product + "@example.org",
                                "device",
                                Map.of("fingerprint", "fp-" + vendor.product, "name", "Ada's Tab\\let")))
                .expect(201);

        String hint = license.key().substring(license.key().length() - 4);
        for (String q : List.of(
                license.key(),
                license.key().toLowerCase(java.util.Locale.ROOT).replace("-", ""),
                hint,
                hint.toLowerCase(java.util.Locale.ROOT),
                "würth 100% &",
                "söhne_" + vendor.product,
                vendor.product + "@example.com",
                "ada." + vendor.product,
                "ADA'S TAB\\LET",
                "fp-" + vendor.product)) {
            assertThat(find("&q=" + encoded(q))).as(q).containsExactly(license.id());
        }
        for (String q : List.of("%", "_", "' or true --", "100_ &", "nothing like it", "\\")) {
            assertThat(find("&q=" + encoded(q))).as(q).doesNotContain("").hasSizeLessThanOrEqualTo(1);
        }
        assertThat(find("&q=" + encoded("100_ &"))).isEmpty();
        assertThat(find("&q=")).hasSize(2);
        vendor.api.get("/v1/licenses?q=" + "x".repeat(201)).invalid("q");
        vendor.api.get("/v1/licenses?q=%00").invalid("q");
    }

    @Test
    void pagesStayInPlaceWhileLicensesAreAdded() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.addFirst(vendor.issue(plan).id());
        }
        List<String> read = new ArrayList<>();
        @Nullable Object next = "";
        while (next != null) {
            Answer page = vendor.api
                    .get("/v1/licenses?product=" + vendor.product + "&limit=3"
                            + (next.equals("") ? "" : "&after=" + next))
                    .expect(200);
            read.addAll(ids(page));
            next = page.at("/next");
            vendor.issue(plan);
        }
        assertThat(read).isEqualTo(all);
        assertThat(new HashSet<>(read)).hasSize(7);
        vendor.api.get("/v1/licenses?limit=0").invalid("limit");
        vendor.api.get("/v1/licenses?limit=201").invalid("limit");
        vendor.api.get("/v1/licenses?after=nonsense").invalid("after");
    }

    @Test
    void devicesUsersValidationsAndHistoryArePagedToo() {
        Vendor.Issued license = vendor.issue(vendor.plan("many", Map.of("devices", 9, "users", 9)));
        for (int i = 0; i < 3; i++) {
            vendor.put(license, "users/u" + i + "@example.com", Map.of()).expect(200);
            vendor.program
                    .post(
                            "/v1/activations",
                            Map.of("key", license.key(), "user", "u0@example.com", "device", Vendor.device("d" + i)))
                    .expect(201);
            vendor.validate(license);
        }
        for (String what : List.of("devices", "users", "validations", "history")) {
            Answer first = vendor.api
                    .get(Vendor.path(license, "/" + what + "?limit=2"))
                    .expect(200);
            assertThat(first.list("/data")).hasSize(2);
            Answer second = vendor.api
                    .get(Vendor.path(license, "/" + what + "?limit=2&after=" + first.text("/next")))
                    .expect(200);
            assertThat(List.<Object>copyOf(second.list("/data")))
                    .isNotEmpty()
                    .doesNotContain(first.list("/data").toArray());
        }
    }
}
