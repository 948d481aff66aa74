package io.zhiwei.models.measure.sequential;

import java.util.OptionalDouble;

/**
 * The maximised sequential probability ratio test for Poisson counts (Kulldorff et al. 2011): after every report, is the
 * count larger than a known rate explains? It signals once the logarithm of the likelihood ratio reaches a critical value,
 * with a least number of reports, and ends without a signal when so much was expected.
 *
 * @param criticalValue logarithm of the likelihood ratio from which on it signals
 * @param leastEvents reports without which it does not signal
 * @param longest expected count at which it ends
 */
public record MaxSprt(double criticalValue, int leastEvents, double longest) {

    /** Reports that a first signal is better made of: one or two are quickly a false alarm. */
    public static final int RECOMMENDED_LEAST_EVENTS = 4;

    private static final double PRECISION = 1e-9;
    private static final double LARGEST_CRITICAL_VALUE = 64;

    /** Refuses a test that cannot be. */
    public MaxSprt {
        if (!(criticalValue > 0 && leastEvents >= 1 && longest > 0)) {
            throw new IllegalArgumentException("critical value, least events and length of a test are above 0, not "
                    + criticalValue + ", " + leastEvents + ", " + longest);
        }
    }

    /** Returns the logarithm of the likelihood ratio; 0 where not more came than was expected. */
    public static double logLikelihoodRatio(double observed, double expected) {
        return observed > expected ? expected - observed + observed * Math.log(observed / expected) : 0;
    }

    /** Returns whether the counts so far are a signal. */
    public boolean signals(int observed, double expected) {
        return observed >= leastEvents
                && expected <= longest
                && logLikelihoodRatio(observed, expected) >= criticalValue;
    }

    /**
     * Returns the test with its exact critical value; empty where even the smallest would signal too seldom to reach that
     * chance of a false alarm.
     *
     * @param longest expected count at which the test ends
     * @param leastEvents reports without which it does not signal
     * @param alpha chance of a false alarm over all looks
     */
    public static OptionalDouble criticalValue(double longest, int leastEvents, double alpha) {
        if (falseAlarm(PRECISION, longest, leastEvents) < alpha) {
            return OptionalDouble.empty();
        }
        double low = PRECISION;
        double high = LARGEST_CRITICAL_VALUE;
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (falseAlarm(middle, longest, leastEvents) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /** Returns the chance that a test of a critical value ever signals although nothing is wrong. */
    public static double falseAlarm(double criticalValue, double longest, int leastEvents) {
        double[] silent = {1};
        double now = 0;
        int events = leastEvents;
        while (now < longest) {
            // Before so much was expected, the next report would be a signal: only fewer are silent.
            double next = Math.min(longest, latestSignal(events, criticalValue));
            silent = after(silent, next - now, events);
            now = next;
            events++;
        }
        double sum = 0;
        for (double probability : silent) {
            sum += probability;
        }
        return 1 - sum;
    }

    /** Returns the largest expected count at which so many reports are a signal. */
    private static double latestSignal(int events, double criticalValue) {
        double low = 0;
        double high = events;
        while (high - low > PRECISION * PRECISION * events && (low + high) / 2 > low && (low + high) / 2 < high) {
            double middle = (low + high) / 2;
            if (logLikelihoodRatio(events, middle) >= criticalValue) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the chances of counts below a limit after more was expected. */
    private static double[] after(double[] before, double expected, int limit) {
        double[] arriving = poisson(expected, limit);
        double[] after = new double[limit];
        for (int had = 0; had < Math.min(before.length, limit); had++) {
            for (int came = 0; had + came < limit; came++) {
                after[had + came] += before[had] * arriving[came];
            }
        }
        return after;
    }

    private static double[] poisson(double mean, int size) {
        double[] probabilities = new double[size];
        probabilities[0] = Math.exp(-mean);
        for (int k = 1; k < size; k++) {
            probabilities[k] = probabilities[k - 1] * mean / k;
        }
        return probabilities;
    }
}
