package dev.licet.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is answered.
 *
 * @param done rows that are dealt with, {@code failed} of them refused
 * @param errors the first rows that were refused
 * @param result where its rows are, once it has ended
 * @param failure why the whole of it failed
 */
@Schema(name = "Job")
public record JobView(
        String id,
        String kind,
        String state,
        int total,
        int done,
        int succeeded,
        int failed,
        String actor,
        String requestId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<RowError> errors,
        @Nullable String failure,
        @Nullable String result) {

    /** A row that was refused, as a single call would have been. */
    @Schema(name = "JobRowError")
    public record RowError(int row, String code, @Nullable String detail) {}

    /** A job without what went wrong. */
    public static JobView of(Job job) {
        return of(job, List.of());
    }

    public static JobView of(Job job, List<RowError> errors) {
        return new JobView(
                job.typeId(),
                job.kind(),
                job.state(),
                job.total(),
                job.done(),
                job.done() - job.failed(),
                job.failed(),
                job.actor(),
                job.requestId(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                errors,
                job.failure(),
                job.hasEnded() ? "/v1/jobs/" + job.typeId() + "/result" : null);
    }
}
