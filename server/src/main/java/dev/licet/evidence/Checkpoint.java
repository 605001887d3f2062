package dev.licet.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A section of a log in one signed digest.
 *
 * @param seq counts the checkpoints of the log from 1
 * @param afterId the last row of the section before; its own rows come later
 * @param lastId its last row
 * @param previous the digest of the section before, or empty for the first
 * @param sha256 of {@code previous} and then the line of each row, with line feeds between them
 * @param token the same, signed: a compact JWS
 */
@Schema(name = "Checkpoint")
record Checkpoint(
        String log,
        long seq,
        Instant madeAt,
        UUID afterId,
        UUID lastId,
        long rows,
        String previous,
        String sha256,
        String token) {

    Checkpoint signed(String token) {
        return new Checkpoint(log, seq, madeAt, afterId, lastId, rows, previous, sha256, token);
    }
}
