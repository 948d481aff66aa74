package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void countsPrecisionRecallAndTheirHarmonicMean() {
        Evaluation evaluation = evaluation(8, 2, 8, 82);

        assertThat(evaluation.cases()).isEqualTo(100);
        assertThat(evaluation.precision()).isEqualTo(0.8);
        assertThat(evaluation.recall()).isEqualTo(0.5);
        assertThat(evaluation.f1()).isCloseTo(2 * 0.8 * 0.5 / 1.3, within(1e-12));
    }

    @Test
    void saysNothingOfNothing() {
        Evaluation evaluation = evaluation(0, 0, 0, 0);

        assertThat(evaluation.precision()).isZero();
        assertThat(evaluation.recall()).isZero();
        assertThat(evaluation.f1()).isZero();
        assertThat(evaluation.precisionInterval()).isEqualTo(new Proportion.Interval(0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // known values of the 95 % score interval without continuity correction
        "8, 10, 0.4902, 0.9433",
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "10, 10, 0.7225, 1.0000",
    })
    void theIntervalIsThatOfWilson(int hits, int trials, double low, double high) {
        Proportion.Interval interval = new Proportion(hits, trials).interval();

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }

    @Property
    void theIntervalHoldsTheShareAndLiesBetweenZeroAndOne(
            @ForAll @IntRange(min = 0, max = 5_000) int tp, @ForAll @IntRange(min = 1, max = 5_000) int fp) {
        Evaluation evaluation = evaluation(tp, fp, 1, 1);

        Proportion.Interval interval = evaluation.precisionInterval();

        assertThat(interval.low()).isBetween(0.0, evaluation.precision() + ROUNDING);
        assertThat(interval.high()).isBetween(evaluation.precision() - ROUNDING, 1.0);
    }

    private static Evaluation evaluation(int tp, int fp, int fn, int tn) {
        return new Evaluation("model", tp, fp, fn, tn, List.of());
    }
}
