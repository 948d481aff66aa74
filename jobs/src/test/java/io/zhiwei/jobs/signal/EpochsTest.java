package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private static final Epochs DAYS = new Epochs(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7));

    @Test
    void aDayEndsAtMidnightOfChinasClock() {
        long time = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

        assertThat(Instant.ofEpochMilli(DAYS.end(time))).isEqualTo(Instant.parse("2026-03-01T15:59:59.999Z"));
        assertThat(Epochs.day(DAYS.end(time))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Epochs.day(DAYS.end(time) + 1)).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void anEndBelongsToItsOwnEpochAndTheNextMillisecondToTheNext() {
        long end = DAYS.end(0);

        assertThat(DAYS.end(end)).isEqualTo(end);
        assertThat(DAYS.end(end + 1)).isEqualTo(end + Duration.ofDays(1).toMillis());
    }

    @Test
    void everySeventhDayIsASweep() {
        long sweep = DAYS.sweepFrom(DAYS.end(0));

        assertThat(DAYS.isSweep(sweep)).isTrue();
        assertThat(DAYS.end(sweep)).isEqualTo(sweep);
        assertThat(DAYS.sweepFrom(sweep)).isEqualTo(sweep);
        assertThat(DAYS.sweepAfter(sweep)).isEqualTo(sweep + Duration.ofDays(7).toMillis());
        assertThat(DAYS.isSweep(sweep - Duration.ofDays(1).toMillis())).isFalse();
    }

    @Test
    void refusesASweepBetweenTwoEpochs() {
        assertThatThrownBy(() -> new Epochs(Duration.ofDays(2), Duration.ofDays(7), Duration.ofDays(7)))
                .hasMessageContaining("give a multiple of the epoch");
        assertThatThrownBy(() -> new Epochs(Duration.ZERO, Duration.ofDays(7), Duration.ofDays(7)))
                .hasMessageContaining("more than 0");
    }
}
