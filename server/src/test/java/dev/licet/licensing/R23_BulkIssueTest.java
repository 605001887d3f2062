package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many licences by one job, with one row of the result for each. */
class R23_BulkIssueTest {
    private static final int MANY = Math.min(100_000, 1_700 * Integer.getInteger("rounds", 3));

    private final Vendor vendor = Vendor.onSharedServer();
    private final Jobs jobs = new Jobs(vendor.api);

    @Test
    void one_job_issues_many_licences_with_a_row_for_each() {
        String plan = vendor.plan(Map.of("term", "P1Y", "devices", 2));
        long start = System.nanoTime();
        Answer made = jobs.issue(plan, MANY);
        assertThat(made.header("Location")).isEqualTo("/v1/jobs/" + made.text("/job/id"));
        Answer job = jobs.ended(made.text("/job/id"));
        System.out.printf("%d licences in %d ms%n", MANY, (System.nanoTime() - start) / 1_000_000);
        assertThat(job.text("/state")).isEqualTo("done");
        assertThat(job.at("/succeeded")).hasToString(String.valueOf(MANY));

        List<Map<String, String>> rows = jobs.result(made.text("/job/id"));
        assertThat(rows).hasSize(MANY);
        assertThat(rows.getFirst()).containsEntry("row", "1").containsEntry("state", "active");
        assertThat(rows.getLast()).containsEntry("row", String.valueOf(MANY));
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.get("key")));
        assertThat(keys).hasSize(MANY);
        assertThat(count(plan)).isEqualTo(MANY);
    }

    @Test
    void each_is_a_licence_as_if_it_had_been_issued_alone() {
        String plan = vendor.feature("export", "switch").plan("pro", Map.of("term", "P1Y"), Map.of("export", true));
        String customer = vendor.customer("organization");
        Map<String, Object> terms = Map.of(
                "plan",
                plan,
                "customer",
                customer,
                "metadata",
                Map.of("batch", "b1"),
                "overrides",
                Map.of("policy", Map.of("grace", "P3D")));
        Vendor.Issued alone = vendor.issue(plan, terms);
        String job = jobs.start("", Map.of("count", 3), terms).text("/job/id");
        jobs.ended(job);
        for (Map<String, String> row : jobs.result(job)) {
            Answer license = vendor.api.get("/v1/licenses/" + row.get("id")).expect(200);
            for (String same : List.of(
                    "/plan",
                    "/planVersion",
                    "/state",
                    "/customer",
                    "/metadata",
                    "/overrides",
                    "/policy",
                    "/features")) {
                assertThat(license.at(same)).as(same).isEqualTo(alone.answer().at(same));
            }
            vendor.expect(
                    new Vendor.Issued(String.valueOf(row.get("id")), String.valueOf(row.get("key")), license), "VALID");
            Answer history =
                    vendor.api.get("/v1/licenses/" + row.get("id") + "/history").expect(200);
            assertThat(history.text("/data/0/type")).isEqualTo("license.issued");
            assertThat(history.at("/data/0/after/key")).isEqualTo(license.text("/key"));
            assertThat(history.at("/data/0/after/expiresAt")).isEqualTo(license.text("/expiresAt"));
        }
    }

    @Test
    void keys_are_sealed_at_rest_and_shown_to_whoever_may_see_them() {
        String job = jobs.issue(vendor.plan(Map.of()), 2).text("/job/id");
        jobs.ended(job);
        String key = String.valueOf(jobs.result(job).getFirst().get("key"));
        assertThat(key).matches("[0-9A-Z]{7}(-[0-9A-Z]{7}){3}");
        String reader = vendor.api
                .post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("jobs:read")))
                .expect(201)
                .text("/key");
        assertThat(new Jobs(vendor.api.withApiKey(reader))
                        .result(job)
                        .getFirst()
                        .get("key"))
                .endsWith(key.substring(key.length() - 4))
                .startsWith("*******");
        long inTheClear = TestServer.shared()
                .jdbc()
                .sql("select count(*) from job_rows r where r::text like '%' || :key || '%'")
                .param("key", key)
                .query(Long.class)
                .single();
        assertThat(inTheClear).isZero();
        assertThat(vendor.api
                        .get("/v1/events?subject=" + job + "&type=job.result_read")
                        .list("/data"))
                .hasSize(2);
    }

    @Test
    void what_is_wrong_with_the_terms_is_said_at_once() {
        String plan = vendor.plan(Map.of());
        jobs.post("", Map.of("plan", plan)).invalid("/count");
        jobs.post("", Map.of("plan", plan, "count", 0)).invalid("/count");
        jobs.post("", Map.of("plan", plan, "count", 1_000_001)).invalid("/count");
        jobs.post("", Map.of("plan", "no-such-plan", "count", 1)).invalid("/plan");
        jobs.post("", Map.of("plan", plan, "count", 1, "customer", "nobody")).invalid("/customer");
        jobs.post("", Map.of("plan", plan, "count", 1, "overrides", Map.of("policy", Map.of("devices", -1))))
                .invalid("/overrides/policy/devices");
    }

    private long count(String plan) {
        return TestServer.shared()
                .jdbc()
                .sql("select count(*) from licenses where plan_id = :plan")
                .param("plan", dev.licet.core.id.TypeId.parse(plan).uuid())
                .query(Long.class)
                .single();
    }
}
