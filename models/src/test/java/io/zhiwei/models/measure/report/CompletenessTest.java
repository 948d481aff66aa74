package io.zhiwei.models.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.report.Completeness.Age;
import io.zhiwei.models.measure.report.Completeness.Onset;
import org.junit.jupiter.api.Test;

/** Vectors of the specification, section 11. */
class CompletenessTest {

    @Test
    void nothingMissingIsOne() {
        assertThat(graded(Onset.KNOWN, Age.KNOWN, true, true, true)).isEqualTo(1);
    }

    @Test
    void everyMissingPartTakesItsShare() {
        assertThat(graded(Onset.MISSING, Age.KNOWN, true, true, true)).isCloseTo(0.5, within(1e-12));
        assertThat(graded(Onset.KNOWN, Age.MISSING, true, false, true)).isCloseTo(0.49, within(1e-12));
        assertThat(graded(Onset.MISSING, Age.KNOWN, false, true, false)).isCloseTo(0.315, within(1e-12));
        assertThat(graded(Onset.VAGUE, Age.GROUP, true, true, true)).isCloseTo(0.63, within(1e-12));
        assertThat(graded(Onset.WITHIN_A_MONTH, Age.KNOWN, true, true, true))
                .isGreaterThan(Completeness.WELL_DOCUMENTED);
    }

    private static double graded(Onset onset, Age age, boolean outcome, boolean sex, boolean dose) {
        return new Completeness(onset, age, true, outcome, sex, dose, true, true, true, true).grade();
    }
}
