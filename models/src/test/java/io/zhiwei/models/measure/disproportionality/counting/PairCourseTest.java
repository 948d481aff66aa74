package io.zhiwei.models.measure.disproportionality.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Shifts of severity: the numbers are binomial coefficients that can be checked by hand. */
class PairCourseTest {

    private static PairCourse course(int recent, int seriousRecent, int earlier, int seriousEarlier) {
        return new PairCourse(recent, 100, earlier, 400, seriousRecent, seriousEarlier, 0, 0, 0, 0);
    }

    @Test
    void aShiftIsTestedAgainstBothPeriods() {
        // All 6 serious ones of 46 are among the recent 30: C(30,6) / C(46,6).
        assertThat(course(30, 6, 16, 0).severityTail()).isCloseTo(593_775.0 / 9_366_819, within(1e-12));
        // All 8 of 200 are among the recent 20: C(20,8) / C(200,8).
        assertThat(course(20, 8, 180, 0).severityTail()).isCloseTo(125_970.0 / 55_098_996_177_225.0, within(1e-20));
    }

    @Test
    void moreOfTheYearBeforeMakesTheSameShareSurer() {
        assertThat(course(30, 9, 300, 15).severityTail())
                .isLessThan(course(30, 9, 20, 1).severityTail());
    }

    @Test
    void aShareThatStayedIsNoShift() {
        assertThat(course(20, 4, 100, 20).severityTail()).isBetween(0.4, 0.8);
        assertThat(course(20, 0, 100, 20).severityTail()).isEqualTo(1);
        assertThat(course(20, 20, 100, 100).severityTail()).isCloseTo(1, within(1e-12));
    }

    @Test
    void nothingIsSaidOfNineReportsOrWithoutAYearBefore() {
        assertThat(course(9, 9, 100, 0).severityTail()).isNaN();
        assertThat(course(30, 9, 0, 0).severityTail()).isNaN();
    }
}
