package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many licences changed, moved, listed and asked for. */
class BulkWorkTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Jobs jobs = new Jobs(vendor.api);

    @Test
    void R23_many_are_suspended_extended_and_exported_by_one_job() {
        String plan = vendor.plan(Map.of("term", "P1Y"));
        jobs.done(jobs.issue(plan, 120).text("/job/id"));
        Map<String, Object> all = Map.of("filter", Map.of("plan", plan));
        Answer dry = jobs.post("/suspension", Map.of("filter", Map.of("plan", plan), "dryRun", true))
                .expect(200);
        assertThat(dry.at("/matched")).hasToString("120");
        assertThat(vendor.api.get("/v1/licenses?state=suspended&plan=" + plan).list("/data"))
                .isEmpty();
        String job = jobs.start("/suspension", all, Map.of("reason", "unpaid")).text("/job/id");
        assertThat(jobs.done(job).at("/succeeded")).hasToString("120");
        assertThat(Jobs.values(jobs.result(job), "state")).containsExactly("suspended");
        jobs.done(jobs.start("/resumption", all, Map.of()).text("/job/id"));
        jobs.done(jobs.start("/renewals", all, Map.of("term", "P1M")).text("/job/id"));
        jobs.done(jobs.start("/metadata", all, Map.of("metadata", Map.of("a", "=1+1")))
                .text("/job/id"));
        Answer csv = vendor.api.get("/v1/licenses/export?plan=" + plan).expect(200);
        List<Map<String, String>> rows = Jobs.read(csv.body());
        assertThat(rows).hasSize(120);
        String one = String.valueOf(rows.getFirst().get("id"));
        vendor.api.put("/v1/licenses/" + one + "/revocation", Map.of()).expect(200);
        Answer some = jobs.done(jobs.start("/renewals", all, Map.of()).text("/job/id"));
        assertThat(some.at("/failed")).hasToString("1");
        assertThat(some.text("/errors/0/code")).isEqualTo("LICENSE_REVOKED");
        jobs.post("/suspension", Map.of("filter", Map.of())).invalid("/filter");
        jobs.post("/suspension", Map.of("ids", List.of(one), "term", "P1D")).invalid("/term");
    }

    @Test
    void R18_licences_keep_their_version_until_a_bulk_action_moves_them() {
        String plan = vendor.feature("export", "switch").plan("pro", Map.of("devices", 5), Map.of("export", true));
        jobs.done(jobs.issue(plan, 10).text("/job/id"));
        Vendor.Issued busy = vendor.issue(plan);
        for (int i = 0; i < 3; i++) {
            vendor.activated(busy, "d" + i);
        }
        Map<String, Object> change = Map.of("policy", Map.of("devices", 2), "features", Map.of("export", false));
        Answer simulated =
                vendor.api.post("/v1/plans/" + plan + "/simulations", change).expect(200);
        assertThat(simulated.at("/licenses")).hasToString("11");
        assertThat(simulated.at("/changed")).hasToString("11");
        assertThat(simulated.body())
                .contains("limitExceeded")
                .contains(busy.id())
                .contains("featureLost");
        vendor.api.patch("/v1/plans/" + plan, change).expect(200);
        assertThat(vendor.api.get("/v1/licenses?planVersion=1&plan=" + plan).list("/data"))
                .hasSize(11);
        String job = jobs.start("/plan", Map.of("plan", plan, "fromVersion", 1), Map.of("filter", Map.of("plan", plan)))
                .text("/job/id");
        assertThat(jobs.done(job).at("/succeeded")).hasToString("11");
        assertThat(vendor.api.get("/v1/licenses?planVersion=2&plan=" + plan).list("/data"))
                .hasSize(11);
    }

    @Test
    void R23_licences_come_from_a_csv_list() {
        String plan = vendor.plan(Map.of("users", 1));
        String job = jobs.csv(
                        "\uFEFFplan,users,metadata.order,expiresAt\r\n" + plan + ",,\"a \"\"b\"\", c\",\r\n" + plan
                                + ",ada@example.com;bob@example.com,x,\r\nnothing,,,\r\n" + plan + ",,,someday\r\n"
                                + plan + "\r\n"
                                + plan + ",ada@example.com,,2090-01-01T00:00:00Z\r\n" + plan + ",,\u0000,\r\n")
                .expect(202)
                .text("/job/id");
        Answer done = jobs.done(job);
        List<Map<String, String>> rows = jobs.result(job);
        assertThat(rows.stream().map(row -> row.get("code")))
                .containsExactly("", "USER_LIMIT_REACHED", "INVALID", "INVALID", "INVALID", "", "INVALID");
        assertThat(done.at("/failed")).hasToString("5");
        jobs.csv("plan,colour\n").invalid("colour");
        jobs.csv("plan,plan\n").invalid("plan");
        jobs.csv("customer\n").invalid("plan");
        jobs.csv("").problem(422, "INVALID");
        jobs.csv("plan\n\"open\nx").problem(422, "INVALID");
        jobs.csv("", new byte[] {'p', 'l', 'a', 'n', '\n', (byte) 0xff, '\n'}).problem(422, "INVALID");
        jobs.csv("plan\n" + "x".repeat(20_000) + "\n").problem(422, "INVALID");
        String many = IntStream.range(0, 60_000)
                .mapToObj(i -> plan + ",,order-" + i + ",\n")
                .collect(Collectors.joining());
        assertThat(many.length()).isGreaterThan(1 << 20);
        String big = jobs.csv("plan,users,metadata.order,expiresAt\n" + many)
                .expect(202)
                .text("/job/id");
        vendor.api.put("/v1/jobs/" + big + "/cancellation", Map.of()).expect(200);
        assertThat(jobs.ended(big).text("/state")).isEqualTo("cancelled");
    }

    @Test
    void R21_a_request_is_approved_once() {
        String plan = vendor.plan(Map.of());
        Map<String, Object> form = Map.of(
                "plan",
                plan,
                "quantity",
                3,
                "reason",
                "new team",
                "requester",
                Map.of("name", "Ada", "email", "ada@example.com"));
        String id = vendor.api.post("/v1/license-requests", form).expect(201).text("/id");
        assertThat(vendor.api.get("/v1/licenses?plan=" + plan).list("/data")).isEmpty();
        List<Answer> answers =
                Together.call(8, i -> vendor.api.put("/v1/license-requests/" + id + "/approval", Map.of("note", "ok")));
        answers.forEach(
                answer -> assertThat(answer.expect(200).list("/licenses")).hasSize(3));
        assertThat(vendor.api.get("/v1/licenses?plan=" + plan).list("/data")).hasSize(3);
        vendor.api
                .put("/v1/license-requests/" + id + "/rejection", Map.of("reason", "no"))
                .problem(409, "REQUEST_DECIDED");
        String other = vendor.api.post("/v1/license-requests", form).expect(201).text("/id");
        vendor.api
                .put("/v1/license-requests/" + other + "/rejection", Map.of("reason", "no"))
                .expect(200);
        vendor.api.put("/v1/license-requests/" + other + "/approval", Map.of()).problem(409, "REQUEST_DECIDED");
        assertThat(vendor.api
                        .get("/v1/license-requests?state=rejected&plan=" + plan)
                        .list("/data"))
                .hasSize(1);
    }
}
