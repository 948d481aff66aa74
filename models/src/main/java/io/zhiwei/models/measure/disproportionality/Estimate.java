package io.zhiwei.models.measure.disproportionality;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A value with the interval around it. NaN stands for what is undefined, infinity for a ratio whose denominator is 0.
 *
 * @param value the estimate
 * @param low lower bound
 * @param high upper bound
 */
public record Estimate(double value, double low, double high) {

    /** The share of a two-sided interval of 95 % that lies below it. */
    public static final double LOWER_TAIL = 0.025;

    /** The standard normal quantile of a two-sided interval of 95 %. */
    public static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - LOWER_TAIL);

    /** What cannot be said. */
    public static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** Returns a value whose interval is undefined. */
    static Estimate bare(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** Returns a value with its 95 % interval under a normal error. */
    static Estimate normal(double value, double standardError) {
        return new Estimate(value, value - Z * standardError, value + Z * standardError);
    }

    /** Returns a ratio with its 95 % interval under a normal error of its logarithm. */
    static Estimate logNormal(double ratio, double standardErrorOfLog) {
        double factor = Math.exp(Z * standardErrorOfLog);
        return new Estimate(ratio, ratio / factor, ratio * factor);
    }
}
