package dev.licet.customers;

import dev.licet.core.json.Json;
import dev.licet.platform.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vendor's own notes on a customer or a part of one. */
final class Metadata {
    private static final int BYTES = 8 * 1024;

    private Metadata() {}

    static Checks check(Checks checks, @Nullable Map<String, @Nullable Object> metadata) {
        checks.metadata("/metadata", metadata);
        if (metadata != null) {
            int bytes = Json.write(metadata).getBytes(StandardCharsets.UTF_8).length;
            checks.that("/metadata", bytes <= BYTES, "must be at most 8 KiB of JSON");
            metadata.forEach((name, value) -> checks.that(
                    "/metadata/" + Checks.escape(name), value != null, "must not be null: leave it out instead"));
        }
        return checks;
    }
}
