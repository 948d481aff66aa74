package io.zhiwei.models.measure.disproportionality.gps;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.GammaMixture;
import io.zhiwei.models.measure.disproportionality.QuantilesByCount;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The empirical Bayes geometric means of many pairs under one prior, see {@link MixturePrior#geometricMean}: what depends on
 * the count alone is computed once for each count.
 */
public final class GeometricMeans {

    private final MixturePrior prior;
    private final Bound low;
    private final Bound high;
    private final double[] logGammaOfFirst = new double[QuantilesByCount.COUNTS];
    private final double[] logGammaOfSecond = new double[QuantilesByCount.COUNTS];

    /** Prepares small counts. */
    public GeometricMeans(MixturePrior prior) {
        this.prior = prior;
        this.low = new Bound(MixturePrior.LOW);
        this.high = new Bound(1 - MixturePrior.LOW);
        for (int count = 0; count < QuantilesByCount.COUNTS; count++) {
            logGammaOfFirst[count] = LogGamma.value(prior.alpha1() + count);
            logGammaOfSecond[count] = LogGamma.value(prior.alpha2() + count);
        }
    }

    /** Returns the prior. */
    public MixturePrior prior() {
        return prior;
    }

    /**
     * Returns a pair's mean with its bounds EB05 and EB95.
     *
     * @param observed reports with both, 0 included; it may be real
     * @param expected reports with both that independence expects
     */
    public Estimate of(double observed, double expected) {
        if (!QuantilesByCount.isKept(observed)) {
            return prior.geometricMean(observed, expected);
        }
        GammaMixture posterior = prior.posterior(observed, expected);
        int count = (int) observed;
        return new Estimate(Math.exp(posterior.meanLog()), low.of(posterior, count), high.of(posterior, count));
    }

    /** One bound. */
    private final class Bound {

        private final double probability;
        private final QuantilesByCount ofFirst;
        private final QuantilesByCount ofSecond;

        Bound(double probability) {
            this.probability = probability;
            this.ofFirst = new QuantilesByCount(prior.alpha1(), probability);
            this.ofSecond = new QuantilesByCount(prior.alpha2(), probability);
        }

        double of(GammaMixture posterior, int count) {
            return posterior.quantile(
                    probability,
                    new GammaMixture.Parts(
                            ofFirst.of(count) / posterior.first().rate(),
                            ofSecond.of(count) / posterior.second().rate(),
                            logGammaOfFirst[count],
                            logGammaOfSecond[count]));
        }
    }
}
