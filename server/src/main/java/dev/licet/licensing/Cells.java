package dev.licet.licensing;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import dev.licet.platform.CsvRows;
import dev.licet.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a row of a list, by column; empty ones are not there. What is wrong with one is a problem that names its column. */
record Cells(Map<String, @Nullable Object> values) {

    /**
     * A row as {@link CsvRows} wrote it.
     *
     * @throws Problem when it could not be read as a row
     */
    static Cells read(String row) {
        Map<String, @Nullable Object> values = Json.parseObject(row);
        if (values.get(CsvRows.ROW) instanceof String broken) {
            throw Problem.invalid("row", broken);
        }
        return new Cells(values);
    }

    @Nullable String text(String column) {
        return values.get(column) instanceof String text ? text : null;
    }

    @Nullable Instant time(String column) {
        String cell = text(column);
        try {
            return cell == null ? null : Instants.parse(cell);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid(column, "must be a time like 2027-01-31T12:00:00Z in the years 1970 to 9999");
        }
    }

    @Nullable Span span(String column) {
        String cell = text(column);
        try {
            return cell == null ? null : Span.parse(cell);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(column, "must be an ISO 8601 span such as P1Y");
        }
    }

    /** The columns that begin with a prefix by what follows it, as text. */
    Map<String, @Nullable Object> texts(String prefix) {
        return part(prefix, false);
    }

    /** Likewise with values that are JSON, or else text. */
    Map<String, @Nullable Object> json(String prefix) {
        return part(prefix, true);
    }

    private Map<String, @Nullable Object> part(String prefix, boolean json) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        values.forEach((column, cell) -> {
            if (column.startsWith(prefix) && cell instanceof String text) {
                part.put(column.substring(prefix.length()), json ? value(text) : text);
            }
        });
        return part;
    }

    private static @Nullable Object value(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            return text;
        }
    }
}
