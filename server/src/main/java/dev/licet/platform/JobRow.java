package dev.licet.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row of a job.
 *
 * @param subject what the row is about, as far as it is known
 * @param state how that is now, when the row went well
 * @param code why it did not; null when it did
 * @param secret something sealed that only some may read, such as a new licence key
 */
@SuppressWarnings("ArrayRecordComponent") // Handed to the database as it is, never compared.
public record JobRow(
        @Nullable UUID subject,
        @Nullable String state,
        @Nullable String code,
        @Nullable String detail,
        byte @Nullable [] secret) {

    public static JobRow good(UUID subject, String state) {
        return new JobRow(subject, state, null, null, null);
    }

    /** A row that was refused, as a single call would have been. */
    public static JobRow bad(@Nullable UUID subject, Problem problem) {
        StringBuilder detail = new StringBuilder(problem.detail());
        problem.errors()
                .forEach(error -> detail.append(' ')
                        .append(error.pointer())
                        .append(' ')
                        .append(error.detail())
                        .append('.'));
        String text = detail.length() <= 1000 ? detail.toString() : detail.substring(0, 1000) + "…";
        return new JobRow(subject, null, problem.code(), text, null);
    }
}
