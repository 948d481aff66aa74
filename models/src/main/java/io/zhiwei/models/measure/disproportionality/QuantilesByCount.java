package io.zhiwei.models.measure.disproportionality;

import java.util.stream.IntStream;

/**
 * One quantile of the gamma distributions of rate 1 whose shapes lie a count above a first shape. Pairs with equal counts
 * differ in the rate alone, which only scales a quantile, and most pairs have small counts: it is computed once for each.
 */
public final class QuantilesByCount {

    /** Counts whose quantiles are kept; larger ones are rare. */
    public static final int COUNTS = 256;

    private final double firstShape;
    private final double probability;
    private final double[] known;

    /**
     * Computes those of small counts.
     *
     * @param firstShape shape at a count of 0, above 0
     * @param probability what a value stays below with, between 0 and 1
     */
    public QuantilesByCount(double firstShape, double probability) {
        this.firstShape = firstShape;
        this.probability = probability;
        this.known = IntStream.range(0, COUNTS).mapToDouble(this::compute).toArray();
    }

    /** Returns the quantile at a count, 0 or more and perhaps real; divide it by the rate. */
    public double of(double count) {
        return isKept(count) ? known[(int) count] : compute(count);
    }

    /** Returns whether what depends on a count alone is worth keeping: whether it is small and whole. */
    public static boolean isKept(double count) {
        return count >= 0 && count < COUNTS && count == Math.rint(count);
    }

    private double compute(double count) {
        return new GammaPosterior(firstShape + count, 1).quantile(probability);
    }
}
