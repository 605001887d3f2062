package dev.licet.bench;

import java.io.PrintStream;
import java.util.Locale;

/** A bar on standard error while there is something to wait for; a line for each measure where nobody sees a bar. */
final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean bar;
    private final double total;
    private final long start = System.nanoTime();
    private double done;
    private double current;
    private String name = "";

    Progress(PrintStream out, boolean bar, double total) {
        this.out = out;
        this.bar = bar;
        this.total = total;
    }

    /** The launcher knows whether standard error is a terminal. */
    static Progress onTerminal(double total) {
        return new Progress(System.err, Boolean.getBoolean("bench.bar"), total);
    }

    /** Begins a measure that is expected to take so many of the total seconds. */
    void begin(String measure, double seconds) {
        done += current;
        name = measure;
        current = seconds;
        if (!bar) {
            out.println(measure + " …");
        }
        step(0);
    }

    /** What is being done before there is anything to measure. */
    void say(String what) {
        if (bar) {
            draw(0, name + ": " + what);
        } else {
            out.println("  " + what);
        }
    }

    /** How much of the current measure is done, 0 to 1. */
    void step(double part) {
        if (bar) {
            draw(part, name);
        }
    }

    void end() {
        if (bar) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private void draw(double part, String what) {
        double all = Math.min(1, (done + part * current) / total);
        int full = (int) (all * WIDTH);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        out.print("\r\033[K[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] "
                + String.format(Locale.ROOT, "%3.0f %% %d:%02d ", all * 100, seconds / 60, seconds % 60) + what);
        out.flush();
    }
}
