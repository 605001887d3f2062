package dev.licet.bench.load;

/**
 * What a run came to.
 *
 * @param done how many requests, or whatever is counted, were done
 * @param nanos how long that took
 * @param latency how long each took; empty where single ones were not timed
 */
public record Sample(long done, long nanos, Histogram latency) {

    public Sample(long done, long nanos) {
        this(done, nanos, new Histogram());
    }

    public double perSecond() {
        return done * 1e9 / nanos;
    }

    /** A multiple of what was done, such as events for requests with several each. */
    public Sample times(int each) {
        return new Sample(done * each, nanos, latency);
    }
}
