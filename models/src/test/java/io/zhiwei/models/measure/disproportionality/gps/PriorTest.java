package io.zhiwei.models.measure.disproportionality.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Estimate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published vectors of openEBGM, and what the fit must find again. */
class PriorTest {

    private static final MixturePrior TEST = new MixturePrior(0.125874, 0.13587, 1.24578, 3.01587, 0.05);
    private static final MixturePrior CAERS =
            new MixturePrior(3.25379356, 0.39988854, 2.02612692, 1.90807970, 0.06534557);

    @ParameterizedTest
    @CsvSource({"0, 28.7087780397", "1, 22.4981759115", "2, 15.4920073199"})
    void likelihoodOfCounts(int least, double expected) {
        double[] counts = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3};
        assertThat(likelihood(counts, 1, least).negativeLog(TEST)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.49302419353", "2, 0.768338481699"})
    void likelihoodOfSquashedCounts(int least, double expected) {
        double[] counts = {0, 0, 0, 1, 1, 2, 2, 2, 3, 3};
        assertThat(likelihood(counts, 0.1, least).negativeLog(TEST)).isCloseTo(expected, within(1e-10));
    }

    /** Expectations 1, 2, 3 … one for each count, of which those below the least are left out. */
    private static Likelihood likelihood(double[] counts, double weight, int least) {
        int[] kept = IntStream.range(0, counts.length)
                .filter(i -> counts[i] >= least)
                .toArray();
        double[] weights = new double[kept.length];
        Arrays.fill(weights, weight);
        return new Likelihood(
                SquashedCounts.weighted(
                        Arrays.stream(kept).mapToDouble(i -> counts[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> i + 1).toArray(),
                        weights),
                least);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.0360548272, 0.281973736, 2.22668693, 0.49107376, 13.8560632",
        "1, 0.0038736591, 0.340965346, 2.58317886, 0.51802399, 15.7859560",
        "1, 0.0002979738, 0.348231737, 2.63133458, 0.52148067, 16.0179014",
        "1, 0.0765792610, 0.222635574, 1.92067276, 0.46510640, 11.7733602",
        "1, 0.0527413588, 0.255667007, 2.08525429, 0.47949792, 12.9560016",
        "16, 0.40643623, 0.999999678, 23.2611080, 15.6856619, 33.4773366",
        "19, 0.89690107, 0.999992253, 16.7764827, 11.6462090, 23.5495729",
        "6, 0.07866508, 0.999109927, 18.2764867, 10.1617114, 30.8361046",
        "8, 0.30482718, 0.998957967, 15.2451368, 8.9933195, 24.5163552",
        "11, 0.56317044, 0.999501389, 14.2771291, 8.9813155, 21.7818651"
    })
    void geometricMeanWithItsBounds(
            double observed, double expected, double weight, double mean, double low, double high) {
        Estimate estimate = CAERS.geometricMean(observed, expected);

        assertThat(CAERS.posterior(observed, expected).weight()).isCloseTo(weight, within(1e-8));
        assertThat(estimate.value()).isCloseTo(mean, within(mean * 1e-7));
        assertThat(estimate.low()).isCloseTo(low, within(low * 1e-7));
        assertThat(estimate.high()).isCloseTo(high, within(high * 1e-7));
    }

    /** Counts drawn from a known prior; squashing and fitting must come back to it within the error of such a sample. */
    @Test
    void theFitFindsThePriorAgain() {
        Random random = new Random(3);
        MixturePrior truth = new MixturePrior(2, 0.4, 2, 2, 0.2);
        int size = 60_000;
        double[] expected = new double[size];
        double[] observed = new double[size];
        for (int i = 0; i < size; i++) {
            expected[i] = Math.exp(random.nextGaussian());
            double ratio = random.nextDouble() < truth.share()
                    ? gammaOfShapeTwo(random) / truth.beta1()
                    : gammaOfShapeTwo(random) / truth.beta2();
            observed[i] = poisson(random, ratio * expected[i]);
        }
        PriorFit fit = PriorFit.of(new Likelihood(SquashedCounts.of(observed, expected), 0))
                .orElseThrow();

        assertThat(fit.isReliable()).isTrue();
        assertThat(fit.prior().share()).isCloseTo(truth.share(), within(0.05));
        assertThat(fit.prior().alpha1() / fit.prior().beta1()).isCloseTo(5, within(0.5));
        assertThat(fit.prior().alpha2() / fit.prior().beta2()).isCloseTo(1, within(0.1));
    }

    private static double gammaOfShapeTwo(Random random) {
        return -Math.log(1 - random.nextDouble()) - Math.log(1 - random.nextDouble());
    }

    private static int poisson(Random random, double mean) {
        int count = 0;
        for (double time = -Math.log(1 - random.nextDouble()); time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
