package io.zhiwei.deploy.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed and parts give the same draws, whatever else was drawn before. Not thread-safe. */
public final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns the chance of a seed and what it is drawn for, e.g. a day and a store. */
    public static Chance of(long seed, long... parts) {
        long mixed = mix(seed);
        for (long part : parts) {
            mixed = mix(mixed ^ (part + 0x9E37_79B9_7F4A_7C15L));
        }
        return new Chance(mixed);
    }

    /** Returns the finaliser of SplitMix64: neighbouring numbers end far apart. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** Draws whether something of this probability happens. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Draws a whole number, both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Draws an index below the size. */
    public int below(int size) {
        return random.nextInt(size);
    }

    /** Draws one of several. */
    public <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Draws from the uniform distribution between two numbers. */
    public double uniform(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Draws from the exponential distribution. */
    public double exponential(double mean) {
        return mean * random.nextExponential();
    }

    /** Draws from the log-normal distribution with this median and standard deviation of the logarithm. */
    public double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** Draws from the Poisson distribution: exactly below 30, by its normal limit above. */
    public int poisson(double mean) {
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        int count = 0;
        for (double sum = random.nextExponential(); sum < mean; sum += random.nextExponential()) {
            count++;
        }
        return count;
    }

    /** Draws any number of 64 bits. */
    public long bits() {
        return random.nextLong();
    }
}
