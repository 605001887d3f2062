package dev.licet.offline;

import dev.licet.core.file.InvalidFile;
import dev.licet.platform.Problem;
import java.util.function.Supplier;

/** What is wrong with a document that was brought. */
final class Faults {
    private Faults() {}

    /** What reading gives, or a problem that names the field. */
    static <T> T at(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidFile e) {
            throw problem(pointer, e);
        }
    }

    /** A 422 with the fault as its code, which names the field. */
    static Problem problem(String pointer, InvalidFile fault) {
        String detail = String.valueOf(fault.getMessage());
        return Problem.of(422, fault.fault().name(), detail).field(pointer, detail);
    }
}
