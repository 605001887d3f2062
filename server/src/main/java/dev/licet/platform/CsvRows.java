package dev.licet.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.licet.core.json.Json;
import dev.licet.platform.json.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A list that comes in as CSV (RFC 4180, UTF-8, the first row names the columns), read as it arrives. What is wrong with the file
 * refuses it as a whole; what is wrong with the values of a row is for whoever works on the row to say.
 */
public final class CsvRows implements Iterator<String> {
    /** Stands for the whole row, where it cannot be read. */
    public static final String ROW = "";

    private static final int LONGEST_CELL = 10_000;
    private static final int MOST_COLUMNS = 200;

    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final int most;
    private int row;

    private CsvRows(Iterator<CsvRecord> records, List<String> header, int most) {
        this.records = records;
        this.header = header;
        this.most = most;
    }

    /**
     * Begins to read.
     *
     * @param known which columns there may be
     * @param required which there have to be
     * @param most how many rows there may be
     * @throws Problem 422 that names the column
     */
    public static CsvRows of(InputStream in, Predicate<String> known, Set<String> required, int most) {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(100 * LONGEST_CELL)
                .build();
        return reading(1, () -> {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(handler, new BomlessReader(new InputStreamReader(in, utf8)))
                    .iterator();
            if (!records.hasNext()) {
                throw Problem.invalid("", "has no header row that names the columns");
            }
            List<String> header = List.copyOf(records.next().getFields());
            check(header, known, required);
            return new CsvRows(records, header, most);
        });
    }

    private static void check(List<String> header, Predicate<String> known, Set<String> required) {
        Checks checks = new Checks();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            String pointer = Texts.storable(column) && column.length() <= 100 ? column : "";
            checks.that(pointer, !pointer.isEmpty() && known.test(column), "is not a column that is known here");
            checks.that(pointer, seen.add(column), "is there twice");
        }
        required.forEach(column -> checks.that(column, seen.contains(column), "is a column that has to be there"));
        checks.done();
    }

    @Override
    public boolean hasNext() {
        return reading(row + 2, records::hasNext);
    }

    /** The next row as a JSON object, a member for each cell that is not empty. */
    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (++row > most) {
            throw Problem.invalid("", "has more than " + most + " rows: send it in parts");
        }
        CsvRecord record = reading(row + 1, records::next);
        return Json.write(cells(record.getFields()));
    }

    private Map<String, String> cells(List<String> fields) {
        if (fields.size() != header.size()) {
            return Map.of(ROW, "has " + fields.size() + " cells where the header has " + header.size());
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!Texts.storable(fields.get(i))) {
                return Map.of(ROW, "column " + header.get(i) + " " + Texts.UNSTORABLE);
            }
            if (!fields.get(i).isBlank()) {
                cells.put(header.get(i), fields.get(i).strip());
            }
        }
        return cells;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(int line, Reading<T> reading) {
        try {
            return reading.read();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notUtf8(line)
                    : Problem.invalid(
                            "",
                            "is no CSV from row " + line + " on: a quote is open or misplaced, or a cell has more than "
                                    + LONGEST_CELL + " characters");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(line);
            }
            throw e;
        }
    }

    private static Problem notUtf8(int line) {
        return Problem.invalid("", "is not in UTF-8 from about row " + line + " on: save it as CSV UTF-8");
    }

    /** Spreadsheets put a byte order mark before the first cell. */
    private static final class BomlessReader extends java.io.PushbackReader {
        private boolean begun;

        BomlessReader(InputStreamReader in) {
            super(in);
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                int first = read();
                if (first >= 0 && first != 0xFEFF) {
                    unread(first);
                }
            }
            return super.read(into, offset, length);
        }
    }
}
