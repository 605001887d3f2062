package dev.licet.platform;

import dev.licet.core.id.TypeId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of job. It is done in chunks, each in a transaction that records what came of it as well, so that a job which is
 * interrupted anywhere goes on after its last whole chunk. Beans of this type are found by their kind.
 */
public interface JobWork {

    /** Its name, such as {@code license.issue}. */
    String kind();

    /** How many rows a chunk has at most. What a chunk locks stays locked until its end. */
    int chunk();

    /**
     * Does some rows, in the transaction that holds the job. A row that is refused is an outcome; what is thrown undoes the whole
     * chunk, which is tried again.
     *
     * @return as many outcomes as there are rows, in their order
     */
    List<JobRow> run(Job job, Rows rows);

    /** The prefix of the ids of what its rows are about. */
    String subject();

    /** The secret of a row, readable. */
    String reveal(byte[] secret);

    /** The secret of a row as everybody may see it. */
    String masked(byte[] secret);

    /**
     * The rows of a chunk.
     *
     * @param first the number of the first, from 1
     * @param inputs what each is about, as JSON; empty when the parameters of the job say it for all
     */
    record Rows(int first, int count, List<String> inputs) {}

    /** The columns of its result. */
    default List<String> header() {
        return List.of("row", "id", "key", "state", "code", "detail");
    }

    /**
     * A row of its result.
     *
     * @param reveals whether whoever reads it may see secrets
     */
    default List<? extends @Nullable String> cells(int number, JobRow row, boolean reveals) {
        byte @Nullable [] secret = row.secret();
        return Arrays.asList(
                Integer.toString(number),
                row.subject() == null ? null : subject(row.subject()),
                secret == null ? null : reveals ? reveal(secret) : masked(secret),
                row.state(),
                row.code(),
                row.detail());
    }

    /** Whether a result has secrets. */
    default boolean hasSecrets() {
        return true;
    }

    default String subject(java.util.UUID id) {
        return new TypeId(subject(), id).toString();
    }
}
