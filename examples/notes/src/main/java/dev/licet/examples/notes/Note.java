package dev.licet.examples.notes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A note. It is kept as one line: number, time and text with tabs between.
 *
 * @param number by which a person names it; it never changes
 * @param at when it was written
 * @param text one line
 */
record Note(int number, Instant at, String text) {

    static Note of(int number, String text, Instant now) {
        return new Note(number, now.truncatedTo(ChronoUnit.SECONDS), oneLine(text));
    }

    /** Without line ends, and without anything that a terminal would obey. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    static Optional<Note> parse(String line) {
        String[] parts = line.split("\t", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Note(Integer.parseInt(parts[0]), Instant.parse(parts[1]), oneLine(parts[2])));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String line() {
        return number + "\t" + at + "\t" + text;
    }

    boolean has(String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
