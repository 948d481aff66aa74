package io.zhiwei.models.measure.disproportionality.standing;

import io.zhiwei.models.measure.disproportionality.BenjaminiHochberg;
import java.util.Arrays;

/**
 * Up to which probability a pair is believed, for each share of false ones that may be borne (Benjamini and Hochberg 1995).
 * Made from all pairs of a sweep; asked about single pairs, new ones among them, until the next.
 *
 * @param largest largest probability that is believed at each share of {@link #SHARES}; negative where none is
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
public record FalseShares(double[] largest) {

    /** Shares of false signals, ascending. */
    static final double[] SHARES = {0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2};

    /** Nothing is believed: no sweep has said yet how many pairs there are. */
    public static final FalseShares NONE = none();

    /** New pairs come between sweeps; a screening of few would believe too many of them. */
    private static final int LEAST_TESTS = 100;

    private static FalseShares none() {
        double[] largest = new double[SHARES.length];
        Arrays.fill(largest, -1);
        return new FalseShares(largest);
    }

    /** Returns what the probabilities of all pairs of a screening say. */
    public static FalseShares of(double... probabilities) {
        double[] adjusted = BenjaminiHochberg.adjusted(probabilities);
        int tests = Math.max(LEAST_TESTS, probabilities.length + 1);
        double[] largest = new double[SHARES.length];
        for (int k = 0; k < SHARES.length; k++) {
            double share = SHARES[k];
            long believed =
                    Arrays.stream(adjusted).filter(least -> least <= share).count();
            // One more that is as unlikely as this would be believed among them.
            largest[k] = share * (believed + 1) / tests;
        }
        return new FalseShares(largest);
    }

    /** Returns the least share at which a pair of that probability is believed; NaN where it is believed at none. */
    public double of(double probability) {
        for (int k = 0; k < SHARES.length; k++) {
            if (probability <= largest[k]) {
                return SHARES[k];
            }
        }
        return Double.NaN;
    }
}
