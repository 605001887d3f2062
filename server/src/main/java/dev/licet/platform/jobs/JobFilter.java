package dev.licet.platform.jobs;

import org.jspecify.annotations.Nullable;

/** Which jobs a list shows; null leaves a filter out. */
record JobFilter(
        @Nullable State state,
        @Nullable String kind,
        @Nullable String actor) {

    /** Where a job stands. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
