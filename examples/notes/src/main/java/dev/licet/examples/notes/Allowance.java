package dev.licet.examples.notes;

import dev.licet.sdk.License;
import java.util.Optional;

/**
 * What the licence means for this program. Reading, finding and removing notes is not in it: whatever becomes of a
 * licence, nobody is locked out of what they wrote.
 *
 * @param maxNotes with this many notes, none can be added
 * @param export whether notes can be exported
 */
record Allowance(long maxNotes, boolean export) {
    /** Without a licence, and with one that may not be used at present. */
    static final Allowance FREE = new Allowance(5, false);

    static Allowance of(Optional<License> license) {
        return license.filter(License::valid)
                .map(valid -> new Allowance(
                        valid.limit("maxNotes").orElse(FREE.maxNotes),
                        valid.feature("export") || valid.feature(Exports.METER)))
                .orElse(FREE);
    }
}
