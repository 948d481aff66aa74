package io.zhiwei.models.measure.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of the specification, section 8. */
class PoissonCusumTest {

    private static final int RUNS = 20_000;

    @Test
    void addsUpWhatExceedsTheReference() {
        PoissonCusum cusum = PoissonCusum.of(1, 2, 4);
        double[] counts = {1, 0, 2, 3, 1, 4, 3, 2};
        double[] sums = {0, 0, 0.557305, 2.114610, 1.671915, 4.229220, 5.786525, 6.343830};

        assertThat(cusum.reference()).isCloseTo(1.442695, within(5e-7));
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = cusum.next(sum, counts[i]);
            assertThat(sum).isCloseTo(sums[i], within(1e-6));
            assertThat(cusum.signals(sum)).isEqualTo(i >= 5);
        }
    }

    /** The published lengths are simulated to 2 %, ours to 1 %. */
    @ParameterizedTest
    @CsvSource({"3, 51", "4, 115", "5, 245"})
    void signalsSeldomWhereNothingIsWrong(double limit, double periods) {
        PoissonCusum cusum = PoissonCusum.of(1, 2, limit);
        SplittableRandom random = new SplittableRandom(1);
        SharedStateDiscreteSampler sampler = PoissonSampler.of(random::nextLong, 1);
        long total = 0;
        for (int run = 0; run < RUNS; run++) {
            double sum = 0;
            while (!cusum.signals(sum)) {
                sum = cusum.next(sum, sampler.sample());
                total++;
            }
        }

        assertThat((double) total / RUNS).isCloseTo(periods, Percentage.withPercentage(4));
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> PoissonCusum.of(0, 1, 4)).hasMessageContaining("give a floor");
    }
}
