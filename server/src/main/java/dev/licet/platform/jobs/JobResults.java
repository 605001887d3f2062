package dev.licet.platform.jobs;

import dev.licet.platform.Caller;
import dev.licet.platform.CsvAnswer;
import dev.licet.platform.Events;
import dev.licet.platform.Job;
import dev.licet.platform.JobWork;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a job as CSV, as they come from the database. */
@Component
class JobResults {
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
        JobWork work = worker.work(job.kind());
        boolean reveals = work.hasSecrets()
                && (by.may("licenses:reveal-key") || by.actor().equals(job.actor()));
        transaction.executeWithoutResult(
                status -> events.record(by, "job.result_read", job.typeId(), null, null, Map.of("keysShown", reveals)));
        transaction.executeWithoutResult(status -> {
            try (Stream<JobStore.Numbered> rows = store.result(job.id());
                    CsvAnswer csv = CsvAnswer.begin(response, job.typeId() + ".csv", work.header())) {
                rows.forEach(each -> csv.row(work.cells(each.number(), each.row(), reveals)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
