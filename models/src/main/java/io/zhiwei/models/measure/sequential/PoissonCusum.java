package io.zhiwei.models.measure.sequential;

/**
 * The cumulative sum of what exceeds a reference (Page 1954; Lucas 1985): finds a lasting rise of a rate sooner than any
 * single count shows it.
 *
 * @param reference what a period may bring without adding to the sum
 * @param limit sum from which on it signals; after a signal it begins again at 0
 */
public record PoissonCusum(double reference, double limit) {

    /**
     * Returns the sum that is quickest for a rise from one rate to another.
     *
     * @param usual reports of a period as they are
     * @param raised reports of a period that must not be missed, more than the usual
     * @param limit sum from which on it signals
     */
    public static PoissonCusum of(double usual, double raised, double limit) {
        if (!(usual > 0 && raised > usual)) {
            throw new IllegalArgumentException("the raised rate exceeds the usual one, which is above 0, not " + raised
                    + " and " + usual + ": give a floor to a rate of 0");
        }
        return new PoissonCusum((raised - usual) / Math.log(raised / usual), limit);
    }

    /** Returns the sum after a period. */
    public double next(double sum, double count) {
        return Math.max(0, sum + count - reference);
    }

    /** Returns whether a sum is a signal. */
    public boolean signals(double sum) {
        return sum >= limit;
    }
}
