package io.zhiwei.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-23", "2026-02-26", "2026-03-01"})
    void aWeekGoesFromMondayToSunday(String day) {
        Period week = Period.of(Period.Kind.WEEK, LocalDate.parse(day));

        assertThat(week.first()).isEqualTo("2026-02-23");
        assertThat(week.last()).isEqualTo("2026-03-01");
    }

    @Test
    void aMonthEndsWithItsLastDay() {
        Period month = Period.of(Period.Kind.MONTH, LocalDate.parse("2028-02-03"));

        assertThat(month.first()).isEqualTo("2028-02-01");
        assertThat(month.last()).isEqualTo("2028-02-29");
        assertThat(month.before().first()).isEqualTo("2028-01-01");
        assertThat(month.after().last()).isEqualTo("2028-03-31");
    }

    @Test
    void itIsOverAtChineseMidnight() {
        assertThat(Period.of(Period.Kind.WEEK, LocalDate.parse("2026-03-01")).end())
                .isEqualTo("2026-03-01T16:00:00Z");
    }
}
