package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void givesMoreWhileTheJobKeepsUp() {
        Pace pace = Pace.following(0);
        long before = pace.take(SECOND);
        for (int i = 0; i < 20; i++) {
            pace.look(0);
        }

        assertThat(pace.take(2 * SECOND)).isGreaterThan(4 * before);
    }

    @Test
    void givesClearlyLessOnceEventsLieAbout() {
        Pace pace = Pace.following(0);
        long before = pace.take(SECOND);
        pace.look(3 * before);

        assertThat(pace.take(2 * SECOND)).isLessThan(before * 7 / 10).isPositive();
    }

    @Test
    void staysForAWhileBelowWhatWasTooMuch() {
        Pace pace = Pace.following(0);
        long tooMany = pace.take(SECOND);
        pace.look(3 * tooMany);
        for (int i = 0; i < 60; i++) {
            pace.look(0);
        }

        assertThat(pace.take(2 * SECOND)).isBetween(tooMany * 7 / 10, tooMany * 9 / 10);
    }

    @Test
    void triesWhatWasTooMuchAgainInTheEnd() {
        Pace pace = Pace.following(0);
        long tooMany = pace.take(SECOND);
        pace.look(3 * tooMany);
        for (int i = 0; i < 240; i++) {
            pace.look(0);
        }

        assertThat(pace.take(2 * SECOND)).isGreaterThan(tooMany);
    }

    @Test
    void givesNoBurstAfterAPause() {
        Pace pace = Pace.following(0);
        long second = pace.take(SECOND);

        assertThat(pace.take(60 * SECOND)).isLessThanOrEqualTo(second);
    }

    @Test
    void losesNoPartOfAnEvent() {
        Pace pace = Pace.following(0);
        long sum = 0;
        for (int i = 1; i <= 1_000; i++) {
            sum += pace.take(i * SECOND / 1_000);
        }

        assertThat(sum)
                .isBetween(Pace.following(0).take(SECOND) - 1, Pace.following(0).take(SECOND));
    }
}
