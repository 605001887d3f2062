package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.id.Uuid7;
import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The record cannot be changed by the program, and whoever changes it past the program is found out. */
class R143_RecordsStayAsTheyWereTest {
    private static final TestServer SERVER = TestServer.start(Map.of());

    private final JdbcClient database = SERVER.jdbc();
    private final Office office = new Office(SERVER.http(), "certificate", Map.of());
    private Answer license = office.issueTo("organization", "Engines Ltd");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void live() {
        String terms = Office.unique("eula");
        office.terms(terms, "1", Map.of());
        license = office.issueTo("organization", "Engines Ltd");
        office.anybody
                .post("/v1/licenses/validate", Map.of("key", license.text("/key")))
                .expect(200);
        office.anybody
                .post(
                        "/v1/terms-acceptances",
                        Map.of("key", license.text("/key"), "terms", terms, "acceptedBy", Office.person("Ada")))
                .expect(201);
    }

    /** What due work does once the rows are old enough that no running transaction adds to them. */
    private void seal() {
        Logs.ALL.forEach(log -> SERVER.bean(Checkpoints.class).seal(log, Uuid7.next()));
    }

    /** What a check finds after somebody who owns the database went past the triggers; taken back afterwards. */
    private List<String> foundAfter(String log, String sql) {
        return Objects.requireNonNull(SERVER.bean(TransactionTemplate.class).execute(transaction -> {
            transaction.setRollbackOnly();
            database.sql("alter table " + log + " disable trigger user").update();
            database.sql(sql).update();
            database.sql("alter table " + log + " enable trigger user").update();
            return SERVER.bean(CheckpointCheck.class).check().findings().stream()
                    .map(CheckpointCheck.Finding::what)
                    .toList();
        }));
    }

    @Test
    void R143_the_database_refuses_changes_of_what_was_recorded() {
        seal();
        for (String table : List.of(
                "events",
                "validations",
                "terms",
                "terms_acceptances",
                "certificates",
                "plan_versions",
                "log_checkpoints")) {
            assertThat(database.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThatThrownBy(() -> database.sql("delete from " + table).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
            String column = database.sql(
                            "select column_name from information_schema.columns where table_name = :table limit 1")
                    .param("table", table)
                    .query(String.class)
                    .single();
            assertThatThrownBy(() -> database.sql("update " + table + " set " + column + " = " + column)
                            .update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> database.sql("truncate events").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("truncate validations").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void R143_times_come_from_the_servers_clock_and_agree() {
        Instant before = office.clock.now();
        Answer validation = office.anybody
                .post("/v1/licenses/validate", Map.of("key", license.text("/key")))
                .expect(200);
        Instant after = office.clock.now();
        Instant answered = Instant.parse(validation.text("/validatedAt"));
        assertThat(answered).isBetween(before, after);
        Answer log =
                office.api.get(Office.path(license, "/validations?limit=1")).expect(200);
        assertThat(log.text("/data/0/at")).isEqualTo(validation.text("/validatedAt"));
        List<?> history =
                office.api.get(Office.path(license, "/history")).expect(200).list("/data");
        List<String> times = history.stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("at")))
                .toList();
        assertThat(times.stream().map(Instant::parse).toList())
                .isSortedAccordingTo(
                        java.util.Comparator.<Instant>naturalOrder().reversed());
    }

    @Test
    void R143_an_untouched_record_is_intact_and_checkpoints_continue_each_other() {
        seal();
        live();
        seal();
        Answer report = office.api.get("/v1/events/checkpoints/check").expect(200);
        assertThat(report.at("/intact")).as(report::toString).isEqualTo(true);
        assertThat(report.list("/findings")).isEmpty();
        List<?> checkpoints =
                office.api.get("/v1/events/checkpoints?log=events").expect(200).list("/data");
        assertThat(checkpoints).hasSizeGreaterThanOrEqualTo(2);
        Map<?, ?> last = (Map<?, ?>) checkpoints.get(0);
        Map<?, ?> former = (Map<?, ?>) checkpoints.get(1);
        assertThat(last.get("previous")).isEqualTo(former.get("sha256"));
        assertThat(last.get("afterId")).isEqualTo(former.get("lastId"));
    }

    @Test
    void R143_a_changed_a_missing_and_an_inserted_row_are_found() {
        seal();
        UUID event = database.sql("select id from events where subject = :subject limit 1")
                .param("subject", license.text("/id"))
                .query(UUID.class)
                .single();
        String ofEvent = " where id = '" + event + "'";
        assertThat(foundAfter("events", "update events set actor = 'somebody'" + ofEvent))
                .containsExactly("rowsChanged");
        assertThat(foundAfter("events", "delete from events" + ofEvent)).containsExactly("rowsMissing");
        UUID question = database.sql("select id from validations limit 1")
                .query(UUID.class)
                .single();
        assertThat(foundAfter(
                        "validations",
                        "update validations set at = at - interval '1 day' where id = '" + question + "'"))
                .containsExactly("rowsChanged");
        UUID slipped = new UUID(question.getMostSignificantBits(), question.getLeastSignificantBits() - 1);
        assertThat(foundAfter(
                        "validations",
                        "insert into validations (id, at, code, request_id) values ('" + slipped
                                + "', now(), 'VALID', 'x')"))
                .containsExactly("rowsAdded");
    }

    @Test
    void R143_a_checkpoint_that_was_made_to_fit_is_found() {
        seal();
        live();
        seal();
        assertThat(foundAfter(
                        "log_checkpoints",
                        "update log_checkpoints set sha256 = '" + "0".repeat(64)
                                + "' where seq = 1 and log = 'events'"))
                .containsExactly("checkpointForged", "rowsChanged", "checkpointMissing");
        assertThat(foundAfter("log_checkpoints", "delete from log_checkpoints where seq = 1 and log = 'events'"))
                .containsExactly("checkpointMissing");
    }

    @Test
    void R143_due_work_seals_old_rows_and_leaves_those_alone_that_may_get_company() {
        Checkpoints checkpoints = SERVER.bean(Checkpoints.class);
        long before = office.api
                .get("/v1/events/checkpoints")
                .expect(200)
                .list("/data")
                .size();
        live();
        checkpoints.run(office.clock.now());
        assertThat(office.api.get("/v1/events/checkpoints").expect(200).list("/data"))
                .hasSize((int) before);
    }
}
