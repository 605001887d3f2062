package dev.licet.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws from 0 to n - 1 so that the k-th most popular comes 1/k as often as the first, popularity being spread over the numbers. */
public final class Zipf {
    private final double[] sums;
    private final SplittableRandom random;
    private final int step;

    public Zipf(int n, long seed) {
        sums = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        random = new SplittableRandom(seed);
        step = coprime(n);
    }

    public int next() {
        int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        int rank = at < 0 ? Math.min(-at - 1, sums.length - 1) : at;
        return (int) ((long) rank * step % sums.length);
    }

    private static int coprime(int n) {
        int step = Math.max(1, (int) (n * 0.618));
        while (gcd(step, n) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
