package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void sharesComeFromTheCounts() {
        Evaluation evaluation = new Evaluation("m", 8, 2, 4, 6, List.of());

        assertThat(evaluation.cases()).isEqualTo(20);
        assertThat(evaluation.precision()).isEqualTo(0.8);
        assertThat(evaluation.recall()).isEqualTo(8 / 12.0);
        assertThat(evaluation.f1()).isCloseTo(16 / 22.0, within(1e-12));
    }

    /** Worked example: 8 of 10, 95 %: 0.4902 to 0.9433. */
    @Test
    void theIntervalIsWilsons() {
        Evaluation.Interval interval = new Evaluation("m", 8, 2, 0, 0, List.of()).precisionInterval();

        assertThat(interval.low()).isCloseTo(0.4902, within(1e-4));
        assertThat(interval.high()).isCloseTo(0.9433, within(1e-4));
    }

    @Test
    void nothingFoundIsNoDivisionByZero() {
        Evaluation evaluation = new Evaluation("m", 0, 0, 3, 5, List.of());

        assertThat(evaluation.f1()).isZero();
        assertThat(evaluation.precisionInterval()).isEqualTo(new Evaluation.Interval(0, 1));
    }
}
