package dev.licet.core.version;

/**
 * Versions from one to another, both included; written {@code 2.3.0 - 2.3.4}, or {@code 2.3.1} for a single one.
 *
 * @param from the lowest
 * @param to the highest, not below {@code from}
 */
public record VersionRange(Version from, Version to) {
    public VersionRange {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("A range of versions goes from the lower to the higher.");
        }
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static VersionRange parse(String text) {
        String[] ends = text.split("\\s+-\\s+", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("A range of versions is written 2.3.0 - 2.3.4.");
        }
        return new VersionRange(Version.parse(ends[0]), Version.parse(ends[ends.length - 1]));
    }

    /** Whether a version lies in the range. */
    public boolean contains(Version version) {
        return from.compareTo(version) <= 0 && version.compareTo(to) <= 0;
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " - " + to;
    }
}
