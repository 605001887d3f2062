package dev.licet.platform;

import java.util.Iterator;

/** Makes jobs; whichever node comes first does them. */
public interface Jobs {

    /**
     * A job whose parameters say it all, for {@code total} rows. It begins when the transaction has been committed.
     *
     * @param parameters written as JSON; with no secret in it
     */
    Job start(Caller by, String kind, Object parameters, int total);

    /** A job with an input for each row, as JSON. */
    Job start(Caller by, String kind, Object parameters, Iterator<String> inputs);
}
