package dev.licet.platform;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on many rows.
 *
 * @param kind names the {@link JobWork} that does it
 * @param state queued, running, done, failed or cancelled
 * @param total how many rows it has; {@code done} counts those that are dealt with, {@code failed} those of them that were refused
 * @param actor who made it
 * @param parameters what it was made with, as JSON
 * @param failure why the whole of it failed, for a person
 */
public record Job(
        UUID id,
        String kind,
        String state,
        int total,
        int done,
        int failed,
        String actor,
        String requestId,
        String parameters,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        long version) {
    public static final String PREFIX = "job";

    public String typeId() {
        return typeId(id);
    }

    public static String typeId(UUID id) {
        return new TypeId(PREFIX, id).toString();
    }

    /** Whoever made it, as the author of what it does. */
    public Caller caller() {
        return new Caller(actor, requestId, java.util.Set.of());
    }

    public boolean hasEnded() {
        return endedAt != null;
    }
}
