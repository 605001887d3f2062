package dev.licet.platform.jobs;

import dev.licet.platform.Caller;
import dev.licet.platform.CsvAnswer;
import dev.licet.platform.Events;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.JobWork;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a job as CSV, as they come from the database. */
@Component
class JobResults {
    private static final List<String> HEADER = List.of("row", "id", "key", "state", "code", "detail");

    private final JobStore store;
    private final JobWorker worker;
    private final Events events;
    private final TransactionTemplate transaction;

    JobResults(JobStore store, JobWorker worker, Events events, TransactionTemplate transaction) {
        this.store = store;
        this.worker = worker;
        this.events = events;
        this.transaction = transaction;
    }

    void write(Caller by, Job job, HttpServletResponse response) throws IOException {
        if (!job.hasEnded()) {
            throw Problem.conflict("JOB_NOT_ENDED", "The job is " + job.state() + ": its result is there when it ends.")
                    .with("done", job.done())
                    .with("total", job.total());
        }
        boolean reveals = by.may("licenses:reveal-key") || by.actor().equals(job.actor());
        transaction.executeWithoutResult(
                status -> events.record(by, "job.result_read", job.typeId(), null, null, Map.of("keysShown", reveals)));
        JobWork work = worker.work(job.kind());
        transaction.executeWithoutResult(status -> {
            try (Stream<JobStore.Numbered> rows = store.result(job.id());
                    CsvAnswer csv = CsvAnswer.begin(response, job.typeId() + ".csv", HEADER)) {
                rows.forEach(each -> csv.row(cells(work, each, reveals)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> cells(JobWork work, JobStore.Numbered each, boolean reveals) {
        JobRow row = each.row();
        return List.of(
                Integer.toString(each.number()),
                row.subject() == null ? "" : work.subject(row.subject()),
                row.secret() == null ? "" : reveals ? work.reveal(row.secret()) : work.masked(row.secret()),
                row.state() == null ? "" : row.state(),
                row.code() == null ? "" : row.code(),
                row.detail() == null ? "" : row.detail());
    }
}
