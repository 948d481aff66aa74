package io.zhiwei.models.measure.disproportionality.gps;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.GammaMixture;
import io.zhiwei.models.measure.disproportionality.GammaPosterior;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How observed over expected spreads over all pairs: a mixture of two gamma distributions. The hyper-parameters θ =
 * (α₁, β₁, α₂, β₂, P) of the gamma-Poisson shrinker.
 *
 * @param alpha1 shape of the first
 * @param beta1 rate of the first
 * @param alpha2 shape of the second
 * @param beta2 rate of the second
 * @param share P, the share of pairs that belong to the first, between 0 and 1
 */
public record MixturePrior(double alpha1, double beta1, double alpha2, double beta2, double share) {

    /** The prior of DuMouchel (1999) for the reports of the FDA, for want of one of one's own. */
    public static final MixturePrior DUMOUCHEL_1999 = new MixturePrior(0.2, 0.06, 1.4, 1.8, 0.1);

    /** Probability of the lower bound EB05; of the upper the rest to 1. */
    static final double LOW = 0.05;

    /** Refuses what is no mixture. */
    public MixturePrior {
        if (!(alpha1 > 0 && beta1 > 0 && alpha2 > 0 && beta2 > 0 && share > 0 && share < 1)) {
            throw new IllegalArgumentException("shapes and rates of a prior are above 0, its share between 0 and 1: "
                    + alpha1 + ", " + beta1 + ", " + alpha2 + ", " + beta2 + ", " + share);
        }
    }

    /**
     * Returns what is believed of observed over expected after a pair was counted. Counts may be real.
     *
     * @param observed reports with both, 0 included
     * @param expected reports with both that independence expects
     */
    public GammaMixture posterior(double observed, double expected) {
        double odds = (1 - share)
                / share
                * Math.exp(logMarginal(observed, expected, alpha2, beta2)
                        - logMarginal(observed, expected, alpha1, beta1));
        return new GammaMixture(
                1 / (1 + odds),
                new GammaPosterior(alpha1 + observed, beta1 + expected),
                new GammaPosterior(alpha2 + observed, beta2 + expected));
    }

    /**
     * Returns the empirical Bayes geometric mean (EBGM), e to the expected logarithm of observed over expected, with the
     * exact 5 % and 95 % quantiles of its posterior (EB05, EB95).
     */
    public Estimate geometricMean(double observed, double expected) {
        GammaMixture posterior = posterior(observed, expected);
        return new Estimate(Math.exp(posterior.meanLog()), posterior.quantile(LOW), posterior.quantile(1 - LOW));
    }

    /** Returns the same prior with the component of the larger mean first, so that equal priors look equal. */
    public MixturePrior ordered() {
        return alpha1 / beta1 >= alpha2 / beta2 ? this : new MixturePrior(alpha2, beta2, alpha1, beta1, 1 - share);
    }

    /** Returns θ in its usual order. */
    public double[] theta() {
        return new double[] {alpha1, beta1, alpha2, beta2, share};
    }

    /** The logarithm of the negative binomial probability, without the factorial that both components share. */
    private static double logMarginal(double n, double expected, double alpha, double beta) {
        double relative = expected / beta;
        double rising = n == 0 ? 0 : LogGamma.value(alpha + n) - LogGamma.value(alpha) - n * Math.log(beta + expected);
        return rising - alpha * Math.log1p(relative);
    }
}
