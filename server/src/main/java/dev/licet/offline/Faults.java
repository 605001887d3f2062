package dev.licet.offline;

import dev.licet.core.file.InvalidFile;
import dev.licet.platform.Problem;

/** What is wrong with a document that was brought. */
final class Faults {
    private Faults() {}

    /** A 422 with the fault as its code, which names the field. */
    static Problem problem(String pointer, InvalidFile fault) {
        String detail = String.valueOf(fault.getMessage());
        return Problem.of(422, fault.fault().name(), detail).field(pointer, detail);
    }
}
