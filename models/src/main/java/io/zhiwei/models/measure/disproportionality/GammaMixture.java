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
        double one = first.quantile(probability);
        double two = second.quantile(probability);
        double start = Math.exp(weight * Math.log(one) + (1 - weight) * Math.log(two));
        Densities densities = new Densities(LogGamma.value(first.shape()), LogGamma.value(second.shape()));
        return new QuantileSearch(Math.min(one, two), Math.max(one, two))
                .solve(start, x -> densities.curve(x, probability));
    }

    /** The logarithms of the gamma functions of both shapes, computed once for all steps of a search. */
    private final class Densities {

        private final double logGammaOfFirst;
        private final double logGammaOfSecond;

        Densities(double logGammaOfFirst, double logGammaOfSecond) {
            this.logGammaOfFirst = logGammaOfFirst;
            this.logGammaOfSecond = logGammaOfSecond;
        }

        QuantileSearch.Curve curve(double x, double probability) {
            double one = weight * first.density(x, logGammaOfFirst);
            double two = (1 - weight) * second.density(x, logGammaOfSecond);
            double density = one + two;
            double bend = (one * first.bend(x) + two * second.bend(x)) / density;
            return new QuantileSearch.Curve(cumulative(x) - probability, density, bend);
        }
    }
}
