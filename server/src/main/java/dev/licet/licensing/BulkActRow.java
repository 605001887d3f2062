package dev.licet.licensing;

import dev.licet.core.json.Json;
import dev.licet.core.time.Span;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One licence and what is done with it.
 *
 * @param id as it was given
 */
record BulkActRow(String id, BulkActRequest.Order order) {
    /** In a list an empty cell says nothing, so no end has to be said. */
    private static final String NEVER = "never";

    /**
     * Reads a row of a job.
     *
     * @param all what is done with each; a row of a list says more of its own
     * @param input an id as JSON text, or the cells of a row as a JSON object
     */
    static BulkActRow read(BulkActRequest.Order all, String input, JsonMapper json) {
        return input.startsWith("{")
                ? read(all.act(), Cells.read(input), json)
                : new BulkActRow(String.valueOf(Json.parse(input)), all);
    }

    private static BulkActRow read(BulkAct act, Cells cells, JsonMapper json) {
        String id = required(cells, BulkAct.ID);
        String reason = cells.text("reason");
        Span term = cells.span("term");
        Map<String, @Nullable Object> metadata = cells.texts(BulkAct.METADATA_PREFIX);
        new Checks()
                .text("reason", reason, 0, 500)
                .that("term", term == null || !term.isZero(), "must be longer than nothing")
                .that(
                        "metadata",
                        act != BulkAct.METADATA || !metadata.isEmpty(),
                        "needs a cell that says what to change")
                .done();
        return new BulkActRow(
                id,
                new BulkActRequest.Order(
                        act,
                        reason,
                        term,
                        act == BulkAct.EXPIRY ? end(cells) : null,
                        act == BulkAct.PLAN ? required(cells, "plan") : null,
                        act == BulkAct.METADATA ? json.valueToTree(metadata) : null));
    }

    private static @Nullable Instant end(Cells cells) {
        return required(cells, "expiresAt").equals(NEVER) ? null : cells.time("expiresAt");
    }

    private static String required(Cells cells, String column) {
        String text = cells.text(column);
        if (text == null) {
            throw Problem.invalid(column, "is required");
        }
        return text;
    }
}
