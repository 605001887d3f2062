package dev.licet.offline;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A place that was given up by the word of its program.
 *
 * @param file what the program says it has destroyed
 * @param freed whether this freed the place; false when it was free already
 */
@Schema(name = "OfflineDeactivation")
record GivenUp(String license, String device, String file, boolean freed) {}
