package io.zhiwei.deploy.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Reproducible chance: every shop and day has a draw of its own, so that nothing depends on what was drawn before. */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Draw of(long seed, Object... parts) {
        long mixed = seed * GOLDEN;
        for (Object part : parts) {
            mixed = (mixed ^ part.toString().hashCode()) * GOLDEN;
            mixed ^= mixed >>> 29;
        }
        return new Draw(mixed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * normal());
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Poisson by inversion for small means, by the normal law for large ones. */
    int poisson(double mean) {
        if (mean > 60) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    long bits() {
        return random.nextLong();
    }
}
