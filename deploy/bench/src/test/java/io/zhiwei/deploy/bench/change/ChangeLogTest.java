package io.zhiwei.deploy.bench.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final ChangeLog log = new ChangeLog();

    @Test
    void findsTheLastEventOfTheOldVersion() {
        sent("a", 10, 1);
        sent("b", 20, 1);
        sent("c", 30, 2);

        assertThat(log.lastOf(1)).isEqualTo(20);
        assertThat(log.after(1, 2)).isZero();
        assertThat(log.count(1)).isEqualTo(2);
    }

    @Test
    void countsWhatTheOldVersionJudgedOutOfTurn() {
        sent("a", 10, 1);
        sent("b", 20, 2);
        sent("c", 30, 1);

        assertThat(log.after(1, 2)).isEqualTo(1);
    }

    @Test
    void knowsWhatNobodyHasJudged() {
        log.sent("a", 10);

        assertThat(log.open()).isEqualTo(1);
        assertThat(log.lastOf(1)).isEqualTo(Long.MIN_VALUE);
        assertThat(log.after(1, 2)).isZero();
    }

    private void sent(String event, long nanos, int version) {
        log.sent(event, nanos);
        log.judged(event, version);
    }
}
