package io.zhiwei.models.measure.disproportionality;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is believed of a rate: a gamma distribution. Its quantiles are exact, to a relative error of 1e-12.
 *
 * @param shape shape, above 0
 * @param rate rate (the reciprocal of the scale), above 0
 */
public record GammaPosterior(double shape, double rate) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Refuses what is no gamma distribution. */
    public GammaPosterior {
        if (!(isPositive(shape) && isPositive(rate))) {
            throw new IllegalArgumentException(
                    "shape and rate of a gamma distribution are above 0, not " + shape + " and " + rate);
        }
    }

    /** Returns the probability that the rate is at most x. */
    public double cumulative(double x) {
        return RegularizedGamma.P.value(shape, rate * x);
    }

    /** Returns the expected logarithm of the rate. */
    public double meanLog() {
        return Digamma.value(shape) - Math.log(rate);
    }

    /** Returns the x that the rate stays below with a probability between 0 and 1. */
    public double quantile(double probability) {
        double logGamma = LogGamma.value(shape);
        return new QuantileSearch(0, Double.POSITIVE_INFINITY)
                .solve(
                        start(probability, logGamma) / rate,
                        x -> new QuantileSearch.Curve(excess(x, probability), density(x, logGamma), bend(x)));
    }

    /** The upper tail keeps its digits where the cumulative probability has nearly come to 1. */
    private double excess(double x, double probability) {
        return probability > 0.5
                ? (1 - probability) - RegularizedGamma.Q.value(shape, rate * x)
                : RegularizedGamma.P.value(shape, rate * x) - probability;
    }

    double density(double x, double logGamma) {
        double y = rate * x;
        return rate * Math.exp((shape - 1) * Math.log(y) - y - logGamma);
    }

    /** Returns the derivative of the density divided by the density. */
    double bend(double x) {
        return (shape - 1) / x - rate;
    }

    /** Far down the lower tail the first terms of the series hold, elsewhere the cube root is nearly normal. */
    private double start(double probability, double logGamma) {
        double logPower = (Math.log(probability) + logGamma + Math.log(shape)) / shape;
        double tail = Math.exp(logPower);
        if (tail < 0.2 * (shape + 1)) {
            return Math.max(tail * Math.exp(tail / (shape + 1)), Double.MIN_NORMAL);
        }
        double spread = 1 / (9 * shape);
        double root = 1 - spread + NORMAL.inverseCumulativeProbability(probability) * Math.sqrt(spread);
        return root > 0 ? shape * root * root * root : tail;
    }

    private static boolean isPositive(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY;
    }
}
