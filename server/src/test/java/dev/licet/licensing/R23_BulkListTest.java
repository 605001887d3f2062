package dev.licet.licensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many licences changed by a list that says what is done with each, and listed by a job. */
class R23_BulkListTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Jobs jobs = new Jobs(vendor.api);

    private Answer list(String act, String csv) {
        return jobs.csv("/" + act, csv.getBytes(UTF_8));
    }

    private List<String> codes(Answer made) {
        String job = made.expect(202).text("/job/id");
        jobs.done(job);
        return jobs.result(job).stream()
                .map(row -> String.valueOf(row.get("code")))
                .toList();
    }

    private Object at(Vendor.Issued license, String pointer) {
        return String.valueOf(vendor.license(license).at(pointer));
    }

    @Test
    void each_row_says_what_is_done_with_its_licence() {
        String plan = vendor.plan(Map.of("term", "P1Y"));
        Vendor.Issued a = vendor.issue(plan);
        Vendor.Issued b = vendor.issue(plan);

        assertThat(codes(list("suspension", "id,reason\n" + a.id() + ",unpaid\n" + b.id() + ",\n")))
                .containsExactly("", "");
        assertThat(at(a, "/suspension/reason")).isEqualTo("unpaid");
        assertThat(at(b, "/state")).isEqualTo("suspended");
        assertThat(codes(list("resumption", "\uFEFFid\r\n" + b.id() + "\r\n"))).containsExactly("");
        assertThat(at(a, "/state")).isEqualTo("suspended");
        assertThat(at(b, "/state")).isEqualTo("active");

        assertThat(codes(list(
                        "expiry",
                        "expiresAt,id\n2090-01-01T00:00:00Z," + a.id() + "\nnever," + b.id() + "\n," + b.id()
                                + "\nsoon," + b.id() + "\n")))
                .containsExactly("", "", "INVALID", "INVALID");
        assertThat(at(a, "/expiresAt")).isEqualTo("2090-01-01T00:00:00Z");
        assertThat(at(b, "/expiresAt")).isEqualTo("null");
        assertThat(codes(list("renewals", "id,term\n" + a.id() + ",P1M\n" + a.id() + ",PT0S\n" + a.id() + ",long\n")))
                .containsExactly("", "INVALID", "INVALID");
        assertThat(at(a, "/expiresAt")).isEqualTo("2090-02-01T00:00:00Z");

        String other = vendor.plan("other", Map.of("term", "P2Y"));
        assertThat(codes(list(
                        "plan", "id,plan\n" + a.id() + "," + other + "\n" + b.id() + ",nothing\n" + b.id() + ",\n")))
                .containsExactly("", "INVALID", "INVALID");
        assertThat(at(a, "/plan")).isEqualTo("other");
        assertThat(at(b, "/plan")).isEqualTo("plan");

        assertThat(codes(list(
                        "metadata",
                        "id,metadata.order,metadata.note\n" + a.id() + ",A-1,\"=1+1\"\n" + b.id() + ",,\n")))
                .containsExactly("", "INVALID");
        assertThat(at(a, "/metadata/order")).isEqualTo("A-1");
        assertThat(codes(list("revocation", "id,reason\n" + a.id() + ",fraud\nnonsense,x\n,x\n")))
                .containsExactly("", "NOT_FOUND", "INVALID");
        assertThat(at(a, "/state")).isEqualTo("revoked");
        assertThat(codes(list("suspension", "id\n" + a.id() + "\n"))).containsExactly("LICENSE_REVOKED");
    }

    @Test
    void a_list_is_tried_before_it_is_done() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("term", "P1Y")));
        Answer dry = list("suspension?dryRun=true", "id\n" + license.id() + "\nlic_nothing\n")
                .expect(200);
        assertThat(dry.at("/matched")).hasToString("2");
        assertThat(dry.at("/succeeding")).hasToString("1");
        assertThat(dry.at("/failing/NOT_FOUND")).hasToString("1");
        assertThat(at(license, "/state")).isEqualTo("active");
        list("suspension?dryRun=true", "id\n" + (license.id() + "\n").repeat(10_001))
                .invalid("/dryRun");
    }

    @Test
    void what_is_wrong_with_the_list_is_said_at_once() {
        list("suspension", "id,term\n").invalid("term");
        list("suspension", "reason\n").invalid("id");
        list("expiry", "id\n").invalid("expiresAt");
        list("plan", "id\n").invalid("plan");
        list("plan", "id,plan,fromVersion\n").invalid("fromVersion");
        list("renewals", "id,metadata.a\n").invalid("metadata.a");
        list("metadata", "id,metadata.\n").invalid("metadata.");
    }

    @Test
    void a_long_list_is_read_as_it_arrives() {
        String plan = vendor.plan(Map.of("term", "P1Y"));
        String issue = jobs.issue(plan, 300).text("/job/id");
        jobs.done(issue);
        String cells = ",x".repeat(10) + "\n";
        String header = IntStream.range(0, 10).mapToObj(i -> ",metadata.m" + i).collect(Collectors.joining()) + "\n";
        String rows = jobs.result(issue).stream()
                .map(row -> row.get("id") + cells.replace("x", "y".repeat(400)))
                .collect(Collectors.joining());
        assertThat(rows.length()).isGreaterThan(1 << 20);
        assertThat(codes(list("metadata", "id" + header + rows))).hasSize(300).containsOnly("");
    }

    @Test
    void an_export_is_the_result_of_a_job() {
        String plan = vendor.plan(Map.of("term", "P1Y", "devices", 2));
        jobs.done(jobs.issue(plan, 2_100).text("/job/id"));
        Vendor.Issued busy = vendor.issue(plan, Map.of("metadata", Map.of("order", "A-1")));
        vendor.activated(busy, "one");
        vendor.issue(vendor.plan("other", Map.of()));

        Answer made = vendor.api
                .post("/v1/licenses/export", Map.of("filter", Map.of("plan", plan)))
                .expect(202);
        assertThat(made.text("/job/kind")).isEqualTo("license.export");
        String job = made.text("/job/id");
        Answer done = jobs.done(job);
        assertThat(done.at("/total")).hasToString("2101");
        assertThat(done.at("/succeeded")).hasToString("2101");

        List<Map<String, String>> rows = jobs.result(job);
        List<Map<String, String>> atOnce = Jobs.read(
                vendor.api.get("/v1/licenses/export?plan=" + plan).expect(200).body());
        assertThat(rows).containsExactlyInAnyOrderElementsOf(atOnce);
        assertThat(rows.stream().filter(row -> busy.id().equals(row.get("id"))).findFirst())
                .hasValueSatisfying(row -> assertThat(row)
                        .containsEntry("devices", "1")
                        .containsEntry("metadata", "{\"order\":\"A-1\"}")
                        .containsEntry("plan", "plan"));
        assertThat(Jobs.values(rows, "key")).allMatch(key -> key.startsWith("*******"));
        Answer read = vendor.api.get("/v1/events?type=job.result_read&subject=" + job);
        assertThat(read.at("/data/0/after/keysShown")).isEqualTo(false);
        vendor.api
                .post("/v1/licenses/export", Map.of("filter", Map.of("state", "dancing")))
                .invalid("/filter/state");
    }

    @Test
    void no_cell_begins_a_formula() {
        String plan = vendor.plan(Map.of());
        vendor.issue(plan, Map.of("metadata", Map.of("a", "=cmd|' /C calc'!A0", "b", "@SUM(1)")));
        for (Map<String, String> row : Jobs.read(
                vendor.api.get("/v1/licenses/export?plan=" + plan).expect(200).body())) {
            assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)[=+@\t\r\n-].*"));
        }
    }
}
