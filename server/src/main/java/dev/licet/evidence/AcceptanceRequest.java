package dev.licet.evidence;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies that say who agreed to what. */
final class AcceptanceRequest {
    private AcceptanceRequest() {}

    /** Who agreed. */
    record Who(@Nullable String name, @Nullable String email) {
        String nameGiven() {
            return Objects.requireNonNull(name);
        }

        String emailGiven() {
            return Objects.requireNonNull(email);
        }
    }

    /**
     * What staff records.
     *
     * @param terms id or code; default: those in force for the product at that moment
     * @param at when it was accepted; default: now
     * @param evidence how it is known, such as {@code {"contract": "2026-117"}}
     */
    record ByStaff(
            @Nullable String terms,
            @Nullable Who acceptedBy,
            @Nullable Instant at,
            @Nullable Map<String, @Nullable Object> evidence) {
        Who checked(Instant now) {
            Checks checks = checks(acceptedBy)
                    .that("/at", at == null || !at.isAfter(now), "must not lie in the future")
                    .metadata("/evidence", evidence);
            checks.done();
            return Objects.requireNonNull(acceptedBy);
        }
    }

    /**
     * What whoever holds the key says.
     *
     * @param key here, or in the header {@code Authorization: License <key>}
     */
    record ByHolder(
            @Nullable String key,
            @Nullable String terms,
            @Nullable Who acceptedBy) {
        Who checked() {
            checks(acceptedBy).done();
            return Objects.requireNonNull(acceptedBy);
        }
    }

    private static Checks checks(@Nullable Who who) {
        Checks checks = new Checks().required("/acceptedBy", who);
        if (who != null) {
            checks.text("/acceptedBy/name", who.name(), 1, 200).email("/acceptedBy/email", who.email());
        }
        return checks;
    }
}
