package io.zhiwei.models.measure.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The worked example of the specification, section 8. */
class EarsTest {

    private final Ears ears = new Ears(2, 3, 1, 2, 4, 2, 3, 2, 3, 9, 8, 2);

    @Test
    void comparesADayWithItsLastSeven() {
        assertThat(ears.mild(9).orElseThrow()).isCloseTo(6.733711, within(5e-7));
        assertThat(ears.mild(10).orElseThrow()).isCloseTo(1.766389, within(5e-7));
    }

    @Test
    void aGapOfTwoDaysKeepsARiseFromHidingItself() {
        assertThat(ears.medium(9).orElseThrow()).isCloseTo(6.733711, within(5e-7));
        assertThat(ears.medium(10).orElseThrow()).isCloseTo(5.709015, within(5e-7));
        assertThat(ears.medium(11).orElseThrow()).isCloseTo(-0.439155, within(5e-7));
    }

    @Test
    void addsUpThreeDays() {
        assertThat(ears.ultra(11).orElseThrow()).isCloseTo(10.442726, within(1e-6));
    }

    @Test
    void saysNothingWithoutDaysToCompareWith() {
        assertThat(ears.mild(6)).isEmpty();
        assertThat(ears.mild(7)).isPresent();
        assertThat(ears.medium(8)).isEmpty();
        assertThat(ears.ultra(10)).isEmpty();
        assertThat(ears.mild(12)).isEmpty();
    }

    @Test
    void aSilentBaselineDoesNotMakeOneReportAnAlarm() {
        Ears silent = new Ears(0, 0, 0, 0, 0, 0, 0, 1, 2);

        assertThat(silent.mild(7).orElseThrow()).isEqualTo(2).isLessThan(Ears.ALARM);
    }
}
