package io.zhiwei.models.measure.disproportionality.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.GammaPosterior;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept by count must be what the definition says, on both sides of the largest count that is kept. */
class GeometricMeansTest {

    private static final double SAME = 1e-11;
    private static final double[] COUNTS = {0, 0.5, 1, 2, 2.75, 3, 16, 100, 255, 256, 257, 5_000};
    private static final double[] EXPECTED = {1e-7, 0.0003, 0.04, 0.9, 1, 5.5, 80, 2_000};
    private static final List<MixturePrior> PRIORS = List.of(
            MixturePrior.DUMOUCHEL_1999,
            new MixturePrior(3.25379356, 0.39988854, 2.02612692, 1.90807970, 0.06534557),
            new MixturePrior(18.98, 20, 18.98, 20, 0.001),
            new MixturePrior(1e-5, 1e-5, 20, 20, 0.999));

    @Test
    void meansAreThoseOfTheDefinition() {
        for (MixturePrior prior : PRIORS) {
            GeometricMeans means = new GeometricMeans(prior);
            for (double observed : COUNTS) {
                for (double expected : EXPECTED) {
                    assertSame(
                            means.of(observed, expected),
                            prior.geometricMean(observed, expected),
                            prior + " of " + observed + " where " + expected + " are expected");
                }
            }
        }
    }

    @Test
    void informationComponentsAreThoseOfTheDefinition() {
        for (double observed : COUNTS) {
            for (double expected : EXPECTED) {
                GammaPosterior posterior = InformationComponent.posterior(observed, expected);
                assertSame(
                        InformationComponent.of(observed, expected),
                        new Estimate(
                                log2(posterior.shape() / posterior.rate()),
                                log2(posterior.quantile(0.025)),
                                log2(posterior.quantile(0.975))),
                        observed + " where " + expected + " are expected");
            }
        }
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static void assertSame(Estimate estimate, Estimate expected, String what) {
        assertSame(estimate.value(), expected.value(), what);
        assertSame(estimate.low(), expected.low(), what);
        assertSame(estimate.high(), expected.high(), what);
    }

    private static void assertSame(double value, double expected, String what) {
        assertThat(value).as(what).isCloseTo(expected, within(SAME * Math.max(1, Math.abs(expected))));
    }
}
