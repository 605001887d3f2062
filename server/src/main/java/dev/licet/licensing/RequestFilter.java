package dev.licet.licensing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which requests for licences a list shows; null leaves a filter out. */
record RequestFilter(
        @Nullable State state,
        @Nullable UUID customer,
        @Nullable UUID plan,
        @Nullable String email) {

    /** Where a request stands. */
    enum State {
        OPEN,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }
}
