package dev.licet.licensing;

import dev.licet.core.policy.Policy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a licence can be divided among departments. */
enum Quantity {
    USERS,
    DEVICES,
    CONCURRENT;

    /** As the API calls it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable Integer limit(Policy policy) {
        return switch (this) {
            case USERS -> policy.users();
            case DEVICES -> policy.devices();
            case CONCURRENT -> policy.concurrent();
        };
    }
}
