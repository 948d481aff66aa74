package io.zhiwei.deploy.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SteadyWindowTest {

    private static final long TENTH = 100_000_000L;
    private final SteadyWindow window = new SteadyWindow(Duration.ofSeconds(3), Duration.ofSeconds(5));

    @Test
    void countsOnlyAfterTheWarmUp() {
        // One event a tenth of a second while compiling, then a hundred.
        List<Sample> samples = samples(100, tenth -> tenth <= 30 ? tenth : 30 + (tenth - 30) * 100);

        Measurement measured = window.measure(samples);

        assertThat(measured.eventsPerSecond()).isCloseTo(1_000, within(25.0));
        assertThat(measured.eventsPerCoreSecond()).isCloseTo(500, within(12.5));
    }

    @Test
    void beginsWithTheFirstEventAndNotWithTheProgram() {
        List<Sample> samples = samples(200, tenth -> tenth < 50 ? 0 : (tenth - 49) * 10);

        assertThat(window.isFull(samples.subList(0, 100))).isFalse();
        assertThat(window.isFull(samples.subList(0, 132))).isTrue();
        assertThat(window.measure(samples).seconds()).isCloseTo(5, within(0.11));
    }

    @Test
    void doesNotCountTheSilenceAfterTheLastEvent() {
        List<Sample> samples = samples(80, tenth -> Math.min(tenth, 60) * 10);

        Measurement measured = window.measure(samples);

        assertThat(measured.seconds()).isCloseTo(2.9, within(0.11));
        assertThat(measured.eventsPerSecond()).isCloseTo(100, within(1.0));
    }

    @Test
    void refusesEventsThatAreOverTooSoon() {
        List<Sample> samples = samples(45, tenth -> tenth * 10);

        assertThatThrownBy(() -> window.measure(samples)).hasMessageContaining("give more with --events");
    }

    @Test
    void refusesARunWithoutEvents() {
        assertThatThrownBy(() -> window.measure(samples(100, tenth -> 0))).isInstanceOf(IllegalStateException.class);
    }

    /** Samples every tenth of a second; two cores are busy. */
    private static List<Sample> samples(int count, LongUnaryOperator events) {
        List<Sample> samples = new ArrayList<>();
        for (long tenth = 1; tenth <= count; tenth++) {
            samples.add(new Sample(tenth * TENTH, events.applyAsLong(tenth), 2 * tenth * TENTH));
        }
        return samples;
    }
}
