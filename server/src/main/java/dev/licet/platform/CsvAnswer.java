package dev.licet.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as CSV (RFC 4180), written as it comes. People open it in a spreadsheet, so that no cell may begin a formula. */
public final class CsvAnswer implements AutoCloseable {
    private static final String BEGINS_FORMULA = "=+-@\t\r\n";

    private final CsvWriter csv;

    private CsvAnswer(CsvWriter csv) {
        this.csv = csv;
    }

    public static CsvAnswer begin(HttpServletResponse response, String file, List<String> header) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Cache-Control", "no-store");
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 15);
        CsvAnswer csv = new CsvAnswer(CsvWriter.builder().build(out));
        csv.row(header);
        return csv;
    }

    public void row(List<? extends @Nullable String> cells) {
        csv.writeRecord(cells.stream().map(CsvAnswer::harmless).toList());
    }

    /** A quote before what a spreadsheet would take for a formula (OWASP, CSV injection). */
    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty() || BEGINS_FORMULA.indexOf(cell.charAt(0)) < 0) {
            return cell == null ? "" : cell;
        }
        return "'" + cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
