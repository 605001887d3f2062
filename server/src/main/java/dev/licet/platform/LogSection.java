package dev.licet.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of rows of an append-only log, in one digest.
 *
 * @param last the id of its last row; null when it has none
 * @param sha256 of the previous section's digest and then each row's line, with line feeds between them, in UTF-8
 */
public record LogSection(@Nullable UUID last, long rows, String sha256) {}
