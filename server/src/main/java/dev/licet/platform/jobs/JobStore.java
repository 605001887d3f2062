package dev.licet.platform.jobs;

import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code jobs}, {@code job_inputs} and {@code job_rows}. */
@Repository
class JobStore {
    static final String BY_ID = "select * from jobs where id = :id";

    static final Where LIST = Where.list("select * from jobs j", "j.id")
            .filter("state", "j.state = :state")
            .filter("kind", "j.kind = :kind")
            .filter("actor", "j.actor = :actor");

    /** The one that has waited longest, so that a small job does not wait for the end of a large one. */
    static final String TAKE = """
            select * from jobs
            where state in ('queued', 'running') and not_before <= clock_timestamp()
            order by touched_at, id
            limit 1
            for update skip locked
            """;

    static final String INSERT = """
            insert into jobs (id, kind, state, total, actor, request_id, parameters, created_at)
            values (:id, :kind, 'queued', :total, :actor, :request, :parameters::jsonb, :at)
            """;

    static final String TOTAL = "update jobs set total = :total where id = :id";

    static final String INPUTS = """
            insert into job_inputs (job_id, row, input)
            select :job::uuid, :first + i.n - 1, i.input::jsonb
            from unnest(:inputs::text[]) with ordinality i (input, n)
            """;

    static final String TAKE_INPUTS = """
            with taken as (
                delete from job_inputs where job_id = :job and row >= :from and row < :to
                returning row, input)
            select input from taken order by row
            """;

    static final String ROWS = """
            insert into job_rows (job_id, row, subject, state, code, detail, secret)
            select :job::uuid, :first + r.n - 1, r.subject, r.state, r.code, r.detail, r.secret
            from unnest(:subjects::uuid[], :states::text[], :codes::text[], :details::text[], :secrets::bytea[])
                with ordinality r (subject, state, code, detail, secret, n)
            """;

    static final String ADVANCE = """
            update jobs
            set done = done + :done, failed = failed + :failed, version = version + 1,
                state = case when done + :done >= total then 'done' else 'running' end,
                started_at = coalesce(started_at, :now),
                ended_at = case when done + :done >= total then :now::timestamptz end,
                touched_at = clock_timestamp(), attempts = 0
            where id = :id
            """;

    /** After the fifth try without success it fails. */
    static final String TROUBLE = """
            update jobs
            set attempts = attempts + 1, not_before = clock_timestamp() + (interval '1 second' * power(2, attempts)),
                version = version + 1, touched_at = clock_timestamp(),
                state = case when attempts >= 4 then 'failed' else state end,
                ended_at = case when attempts >= 4 then :now::timestamptz end,
                failure = case when attempts >= 4 then :failure end
            where id = :id and state in ('queued', 'running')
            """;

    static final String CANCEL = """
            update jobs set state = 'cancelled', ended_at = :now, version = version + 1
            where id = :id and state in ('queued', 'running')
            """;

    static final String FORGET_INPUTS = "delete from job_inputs where job_id = :id";

    static final String PURGE = "delete from jobs where ended_at < :before";

    static final String ERRORS = """
            select * from job_rows where job_id = :id and code is not null order by row limit 10
            """;

    static final String RESULT = "select * from job_rows where job_id = :id order by row";

    /** A node that hangs in the middle of a chunk loses its hold of the job. */
    static final String PATIENCE = "set local idle_in_transaction_session_timeout = '60s'";

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of a result. */
    record Numbered(int number, JobRow row) {}

    Optional<Job> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(JobStore::job).optional();
    }

    List<Job> list(JobFilter filter, Paging paging) {
        return LIST.with(
                        "state",
                        filter.state() == null ? null : filter.state().name().toLowerCase(java.util.Locale.ROOT))
                .with("kind", filter.kind())
                .with("actor", filter.actor())
                .page(jdbc, paging)
                .query(JobStore::job)
                .list();
    }

    void insert(Job job) {
        jdbc.sql(INSERT)
                .param("id", job.id())
                .param("kind", job.kind())
                .param("total", job.total())
                .param("actor", job.actor())
                .param("request", job.requestId())
                .param("parameters", job.parameters())
                .param("at", Sql.time(job.createdAt()))
                .update();
    }

    void total(UUID id, int total) {
        jdbc.sql(TOTAL).param("id", id).param("total", total).update();
    }

    void inputs(UUID job, int first, List<String> inputs) {
        jdbc.sql(INPUTS)
                .param("job", job)
                .param("first", first)
                .param("inputs", inputs.toArray(String[]::new))
                .update();
    }

    /** The job to work on next, held until the end of the transaction; jobs that somebody else holds are passed over. */
    Optional<Job> take() {
        jdbc.sql(PATIENCE).update();
        return jdbc.sql(TAKE).query(JobStore::job).optional();
    }

    List<String> takeInputs(UUID job, int from, int count) {
        return jdbc.sql(TAKE_INPUTS)
                .param("job", job)
                .param("from", from)
                .param("to", from + count)
                .query((row, number) -> row.getString("input"))
                .list();
    }

    void rows(UUID job, int first, List<JobRow> rows) {
        jdbc.sql(ROWS)
                .param("job", job)
                .param("first", first)
                .param("subjects", column(rows, JobRow::subject, UUID[]::new))
                .param("states", column(rows, JobRow::state, String[]::new))
                .param("codes", column(rows, JobRow::code, String[]::new))
                .param("details", column(rows, JobRow::detail, String[]::new))
                .param("secrets", column(rows, JobRow::secret, byte[][]::new))
                .update();
    }

    private static <T> @Nullable T[] column(
            List<JobRow> rows,
            Function<JobRow, @Nullable T> value,
            java.util.function.IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    void advance(UUID id, int done, int failed, Instant now) {
        jdbc.sql(ADVANCE)
                .param("id", id)
                .param("done", done)
                .param("failed", failed)
                .param("now", Sql.time(now))
                .update();
    }

    void trouble(UUID id, String failure, Instant now) {
        jdbc.sql(TROUBLE)
                .param("id", id)
                .param("failure", failure)
                .param("now", Sql.time(now))
                .update();
    }

    /** Waits for the chunk that is under way; afterwards nothing more is done. */
    boolean cancel(UUID id, Instant now) {
        boolean ended =
                jdbc.sql(CANCEL).param("id", id).param("now", Sql.time(now)).update() == 1;
        if (ended) {
            jdbc.sql(FORGET_INPUTS).param("id", id).update();
        }
        return ended;
    }

    void purge(Instant before) {
        jdbc.sql(PURGE).param("before", Sql.time(before)).update();
    }

    List<Numbered> errors(UUID id) {
        return jdbc.sql(ERRORS).param("id", id).query(JobStore::row).list();
    }

    /** Every row, a few at a time; in a transaction, without which the driver would fetch them all at once. */
    java.util.stream.Stream<Numbered> result(UUID id) {
        return jdbc.sql(RESULT).withFetchSize(1000).param("id", id).query(JobStore::row).stream();
    }

    private static Numbered row(ResultSet row, int number) throws SQLException {
        return new Numbered(
                row.getInt("row"),
                new JobRow(
                        row.getObject("subject", UUID.class),
                        row.getString("state"),
                        row.getString("code"),
                        row.getString("detail"),
                        row.getBytes("secret")));
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("state"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("parameters"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("failure"),
                row.getLong("version"));
    }
}
