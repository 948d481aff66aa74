package io.zhiwei.models.measure.report;

import static io.zhiwei.models.measure.report.Causality.Answer.NO;
import static io.zhiwei.models.measure.report.Causality.Answer.UNKNOWN;
import static io.zhiwei.models.measure.report.Causality.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.report.Causality.Answer;
import io.zhiwei.models.measure.report.Causality.Answers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The matrix of the specification, section 3. */
class CausalityTest {

    @Test
    void theFiveQuestionsGiveTheCategory() {
        assertThat(of(YES, YES, YES, YES, NO)).isEqualTo(Causality.CERTAIN);
        assertThat(of(YES, YES, YES, UNKNOWN, NO)).isEqualTo(Causality.PROBABLE);
        assertThat(of(YES, YES, UNKNOWN, UNKNOWN, NO)).isEqualTo(Causality.POSSIBLE);
        assertThat(of(YES, NO, YES, UNKNOWN, NO)).isEqualTo(Causality.POSSIBLE);
        assertThat(of(YES, YES, YES, UNKNOWN, UNKNOWN)).isEqualTo(Causality.POSSIBLE);
        assertThat(of(YES, YES, YES, NO, NO)).isEqualTo(Causality.POSSIBLE);
        assertThat(of(NO, NO, UNKNOWN, UNKNOWN, YES)).isEqualTo(Causality.UNLIKELY);
    }

    @Test
    void withoutTimesItWaitsOrCannotBeSaid() {
        assertThat(Causality.of(new Answers(UNKNOWN, YES, YES, YES, NO, true))).isEqualTo(Causality.CONDITIONAL);
        assertThat(Causality.of(new Answers(UNKNOWN, YES, YES, YES, NO, false))).isEqualTo(Causality.UNASSESSABLE);
    }

    @Test
    void aMoreCertainCategoryWeighsMore() {
        assertThat(Arrays.stream(Causality.values()).map(Causality::weight))
                .containsExactly(1.0, 0.9, 0.6, 0.1, 0.5, 0.3);
    }

    private static Causality of(Answer time, Answer known, Answer better, Answer again, Answer other) {
        return Causality.of(new Answers(time, known, better, again, other, true));
    }
}
