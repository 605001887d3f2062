package dev.licet.access;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that runs, as its owner sees it.
 *
 * @param endsAt when it ends however busy it is
 * @param agent what the browser called itself when it signed in
 */
public record SessionRecord(
        UUID id,
        Instant madeAt,
        Instant seenAt,
        Instant endsAt,
        String address,
        @Nullable String agent) {
    static final String PREFIX = "sess";

    public String ref() {
        return new TypeId(PREFIX, id).toString();
    }
}
