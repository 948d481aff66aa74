package io.zhiwei.models.measure.disproportionality;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Fisher's exact test, one-sided: how likely is so large a cell, or a larger one, if product and event are independent? */
public final class FisherExact {

    private static final double NEGLIGIBLE = 1e-17;

    private FisherExact() {}

    /**
     * Returns the probability of the cell or more, exact to its own last digits however small it is.
     *
     * @throws IllegalArgumentException if the counts are not whole
     */
    public static double upperTail(TwoByTwo table) {
        return tail(table, 1);
    }

    /** Returns the same with half the probability of the cell itself, which takes back the test's caution (mid-p). */
    public static double middle(TwoByTwo table) {
        return tail(table, 0.5);
    }

    /** Above the mean the terms fall from the cell on; below it the few terms under the cell are taken from 1. */
    private static double tail(TwoByTwo table, double shareOfCell) {
        Hypergeometric cell = new Hypergeometric(table);
        double a = table.a();
        double own = probability(table);
        double sum = 0;
        double term = 1;
        if (a >= table.expected()) {
            for (double x = a + 1; x <= cell.high() && term > NEGLIGIBLE * (1 + sum); x++) {
                term *= cell.ratio(x);
                sum += term;
            }
            return own * (shareOfCell + sum);
        }
        for (double x = a; x > cell.low() && term > NEGLIGIBLE * (1 + sum); x--) {
            term /= cell.ratio(x);
            sum += term;
        }
        return 1 - own * (sum + 1 - shareOfCell);
    }

    private static double probability(TwoByTwo table) {
        return HypergeometricDistribution.of(
                        Math.toIntExact((long) table.reports()), (int) table.product(), (int) table.event())
                .probability((int) table.a());
    }
}
