package io.zhiwei.deploy.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyLogTest {

    private static final long MILLI = 1_000_000;
    private final LatencyLog log = new LatencyLog();

    @Test
    void countsFromTheEarliestEventThatAnAlertNames() {
        log.sent("late", 30 * MILLI);
        log.sent("early", 10 * MILLI);
        log.announced("alert", List.of("late", "early"), 50 * MILLI);

        log.searchable("alert", 110 * MILLI);

        LatencyLog.Delays delays = log.delays(0, 100 * MILLI);
        assertThat(delays.toTopic()).containsExactly(40.0);
        assertThat(delays.toSearch()).containsExactly(100.0);
        assertThat(delays.missing()).isZero();
    }

    @Test
    void countsAnAlertOnce() {
        log.sent("event", 0);
        log.announced("alert", List.of("event"), MILLI);

        log.searchable("alert", 5 * MILLI);
        log.searchable("alert", 9 * MILLI);

        assertThat(log.waiting(10)).isEmpty();
        assertThat(log.delays(0, MILLI).toSearch()).containsExactly(5.0);
    }

    @Test
    void namesWhatWasNeverFound() {
        log.sent("event", 0);
        log.announced("alert", List.of("event"), MILLI);

        assertThat(log.waiting(10)).containsExactly("alert");
        assertThat(log.delays(0, MILLI).missing()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatWasSentBeforeOrAfter() {
        log.sent("before", 0);
        log.sent("after", 20 * MILLI);
        log.announced("a", List.of("before"), MILLI);
        log.announced("b", List.of("after"), 21 * MILLI);
        log.searchable("a", 2 * MILLI);

        LatencyLog.Delays delays = log.delays(10 * MILLI, 20 * MILLI);

        assertThat(delays.toSearch()).isEmpty();
        assertThat(delays.missing()).isZero();
    }

    @Test
    void knowsHowFarTheJobHasCome() {
        log.sent("event", 20 * MILLI);
        assertThat(log.hasReached(20 * MILLI)).isFalse();

        log.announced("alert", List.of("event"), 30 * MILLI);

        assertThat(log.hasReached(20 * MILLI)).isTrue();
        assertThat(log.hasReached(21 * MILLI)).isFalse();
    }

    @Test
    void ignoresAlertsAboutEventsOfOthers() {
        log.announced("alert", List.of("unknown"), MILLI);

        assertThat(log.waiting(10)).isEmpty();
    }
}
