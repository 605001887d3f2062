package dev.licet.bench.load;

/** Counts of times in nanoseconds, each kept to within 1.6 %. */
public final class Histogram {
    private static final int BITS = 6;

    private final long[] counts = new long[64 << BITS];
    private long total;

    void add(long nanos) {
        counts[slot(Math.max(1, nanos))]++;
        total++;
    }

    /** Adds what another has counted. */
    public void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    public long total() {
        return total;
    }

    /** The time that this part of all, 0 to 1, did not exceed; 0 when there is none. */
    public long quantile(double part) {
        long rank = (long) Math.ceil(part * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (counts[i] > 0 && seen >= rank) {
                return top(i);
            }
        }
        return 0;
    }

    private static int slot(long nanos) {
        int exponent = Math.max(0, 63 - Long.numberOfLeadingZeros(nanos) - BITS);
        return (exponent << BITS) + (int) (nanos >>> exponent);
    }

    /** The longest time that falls into a slot. */
    private static long top(int slot) {
        int exponent = Math.max(0, (slot >>> BITS) - 1);
        long mantissa = slot - ((long) exponent << BITS);
        return ((mantissa + 1) << exponent) - 1;
    }
}
