package io.zhiwei.models.measure.disproportionality;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What is believed of a rate: one of two gamma distributions. Its quantiles are exact, to a relative error of 1e-12.
 *
 * @param weight probability of the first
 * @param first the first
 * @param second the second
 */
public record GammaMixture(double weight, GammaPosterior first, GammaPosterior second) {

    /** Refuses a weight that is no probability. */
    public GammaMixture {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of a mixture is between 0 and 1, not " + weight);
        }
    }

    /** Returns the probability that the rate is at most x. */
    public double cumulative(double x) {
        return weight * first.cumulative(x) + (1 - weight) * second.cumulative(x);
    }

    /** Returns the expected logarithm of the rate. */
    public double meanLog() {
        return weight * first.meanLog() + (1 - weight) * second.meanLog();
    }

    /** Returns the x that the rate stays below with a probability between 0 and 1; it lies between those of the two. */
    public double quantile(double probability) {
        return quantile(
                probability,
                new Parts(
                        first.quantile(probability),
                        second.quantile(probability),
                        LogGamma.value(first.shape()),
                        LogGamma.value(second.shape())));
    }

    /** Returns the same where the parts are known already. */
    public double quantile(double probability, Parts parts) {
        double one = parts.first;
        double two = parts.second;
        double start = Math.exp(weight * Math.log(one) + (1 - weight) * Math.log(two));
        return new QuantileSearch(Math.min(one, two), Math.max(one, two))
                .solve(start, x -> curve(x, probability, parts));
    }

    /**
     * What both distributions bring to a search.
     *
     * @param first quantile of the first
     * @param second quantile of the second
     * @param logGammaOfFirst logarithm of the gamma function of the first's shape
     * @param logGammaOfSecond logarithm of the gamma function of the second's shape
     */
    public record Parts(double first, double second, double logGammaOfFirst, double logGammaOfSecond) {}

    private QuantileSearch.Curve curve(double x, double probability, Parts parts) {
        double one = weight * first.density(x, parts.logGammaOfFirst);
        double two = (1 - weight) * second.density(x, parts.logGammaOfSecond);
        double density = one + two;
        double bend = (one * first.bend(x) + two * second.bend(x)) / density;
        return new QuantileSearch.Curve(cumulative(x) - probability, density, bend);
    }
}
