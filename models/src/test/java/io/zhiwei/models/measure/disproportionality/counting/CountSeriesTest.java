package io.zhiwei.models.measure.disproportionality.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountSeriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void ninetyDaysEndWithTheDayItself() {
        CountSeries series = CountSeries.EMPTY.plus(DAY, 2, DAY).plus(DAY.minusDays(89), 3, DAY);

        assertThat(series.in(CountWindow.NINETY_DAYS, DAY)).isEqualTo(5);
        assertThat(series.in(CountWindow.NINETY_DAYS, DAY.plusDays(1))).isEqualTo(2);
        assertThat(series.in(CountWindow.NINETY_DAYS, DAY.plusDays(90))).isZero();
        assertThat(series.in(CountWindow.CUMULATIVE, DAY.plusYears(10))).isEqualTo(5);
    }

    @Test
    void twelveMonthsAreTheMonthAndElevenBefore() {
        CountSeries series =
                CountSeries.EMPTY.plus(LocalDate.of(2025, 4, 1), 1, DAY).plus(LocalDate.of(2025, 3, 31), 10, DAY);

        assertThat(series.in(CountWindow.TWELVE_MONTHS, DAY)).isEqualTo(1);
        assertThat(series.in(CountWindow.TWELVE_MONTHS, DAY.plusDays(1))).isZero();
        assertThat(series.in(CountWindow.FIVE_YEARS, DAY)).isEqualTo(11);
    }

    @Test
    void whatIsOldIsTakenBackFromItsMonth() {
        LocalDate later = DAY.plusDays(200);
        CountSeries series = CountSeries.EMPTY.plus(DAY, 2, DAY).plus(later, 1, later);

        CountSeries after = series.plus(DAY, -1, later);

        assertThat(after.in(CountWindow.TWELVE_MONTHS, later)).isEqualTo(2);
        assertThat(after.plus(DAY, -1, later).plus(later, -1, later).isEmpty()).isTrue();
    }

    @Test
    void whatIsOlderThanFiveYearsIsOnlyASum() {
        LocalDate later = DAY.plusYears(6);
        CountSeries series = CountSeries.EMPTY.plus(DAY, 2, DAY).plus(later, 1, later);

        assertThat(series.months()).isEmpty();
        assertThat(series.total()).isEqualTo(3);
        assertThat(series.plus(DAY, -2, later).total()).isEqualTo(1);
    }

    @Test
    void tenYearsOfDaysTakeNoMoreRoomThanNinetyDaysAndSixtyMonths() {
        CountSeries series = IntStream.range(0, 3_650)
                .boxed()
                .reduce(
                        CountSeries.EMPTY,
                        (sum, i) -> sum.plus(DAY.plusDays(i), 1, DAY.plusDays(i)),
                        (one, other) -> other);

        assertThat(series.days().length + series.months().length).isLessThanOrEqualTo(150);
        assertThat(series.total()).isEqualTo(3_650);
    }

    /** Vectors of the specification, section 13. */
    @Test
    void halvesEveryYear() {
        assertThat(Decay.after(30)).isCloseTo(0.944622, within(1e-6));
        assertThat(Decay.after(180)).isCloseTo(0.710472, within(1e-6));
        assertThat(Decay.after(365)).isEqualTo(0.5);
        assertThat(Decay.after(730)).isEqualTo(0.25);
        assertThat(CountSeries.EMPTY.plus(DAY, 4, DAY).decayed(DAY.plusDays(180)))
                .isCloseTo(4 * 0.710472, within(4e-6));
    }
}
