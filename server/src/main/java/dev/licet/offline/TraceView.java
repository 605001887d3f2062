package dev.licet.offline;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a licence file that was found somewhere leads to.
 *
 * @param genuine whether this server made the text as it is
 * @param doubt why not
 * @param file whom the file of this id was given to
 */
@Schema(name = "LicenseFileTrace")
record TraceView(boolean genuine, @Nullable String doubt, FileView file) {}
