package dev.licet.hostile;

/** Samples of what stands in the addresses of screens. */
final class ConsoleSamples {
    private ConsoleSamples() {}

    static void add(Samples samples) {
        samples.id("act", "renew");
        samples.id("hash", "0123456789abcdef");
        samples.id("name", "console.css");
    }
}
