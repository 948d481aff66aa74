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

    private final SteadyWindow window =
            new SteadyWindow(0, Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(5));

    @Test
    void neverCountsTheFirstSeconds() {
        List<Sample> samples =
                samples(100, tenth -> tenth <= 31 ? tenth : 31 + (tenth - 31) * 100, SteadyWindowTest::never);

        Measurement measured = window.measure(samples);

        assertThat(measured.warmUpSeconds()).isCloseTo(3, within(0.01));
        assertThat(measured.eventsPerSecond()).isCloseTo(1_000, within(1.0));
        assertThat(measured.eventsPerCoreSecond()).isCloseTo(500, within(0.5));
    }

    @Test
    void waitsUntilTheCompilerHasSettled() {
        // The compiler works all the time for five seconds, then not at all: after 1.6 more it is below a quarter.
        List<Sample> samples = samples(150, tenth -> tenth * 10, tenth -> Math.min(tenth, 50));

        Measurement measured = window.measure(samples);

        assertThat(measured.warmUpSeconds()).isCloseTo(6.5, within(0.11));
        assertThat(measured.compilerShare()).isZero();
    }

    @Test
    void beginsInTheEndWithACompilerThatDoesNotSettle() {
        Measurement measured = window.measure(samples(200, tenth -> tenth * 10, LongUnaryOperator.identity()));

        assertThat(measured.warmUpSeconds()).isCloseTo(8, within(0.01));
        assertThat(measured.compilerShare()).isCloseTo(1, within(0.01));
    }

    @Test
    void takesTheLastPartWhereTheEventsAreOverBefore() {
        Measurement measured =
                window.measure(samples(100, tenth -> Math.min(tenth, 75) * 10, LongUnaryOperator.identity()));

        assertThat(measured.warmUpSeconds()).isCloseTo(3, within(0.01));
        assertThat(measured.seconds()).isCloseTo(4.4, within(0.11));
        assertThat(measured.compilerShare()).isCloseTo(1, within(0.01));
    }

    @Test
    void beginsWithTheFirstEventAndNotWithTheProgram() {
        List<Sample> samples = samples(200, tenth -> tenth < 50 ? 0 : (tenth - 49) * 10, SteadyWindowTest::never);

        assertThat(window.isFull(samples.subList(0, 100))).isFalse();
        assertThat(window.isFull(samples.subList(0, 132))).isTrue();
        assertThat(window.measure(samples).seconds()).isCloseTo(5, within(0.01));
    }

    @Test
    void doesNotCountTheSilenceAfterTheLastEvent() {
        Measurement measured = window.measure(samples(80, tenth -> Math.min(tenth, 60) * 10, SteadyWindowTest::never));

        assertThat(measured.seconds()).isCloseTo(2.9, within(0.01));
        assertThat(measured.eventsPerSecond()).isCloseTo(100, within(1.0));
    }

    @Test
    void refusesEventsThatAreOverTooSoon() {
        assertThatThrownBy(() -> window.measure(samples(45, tenth -> tenth * 10, SteadyWindowTest::never)))
                .hasMessageContaining("give more with --events");
    }

    @Test
    void refusesARunWithoutEvents() {
        assertThatThrownBy(() -> window.measure(samples(100, tenth -> 0, SteadyWindowTest::never)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long never(long tenth) {
        return 0;
    }

    /** Samples every tenth of a second; two cores are busy. */
    private static List<Sample> samples(int count, LongUnaryOperator events, LongUnaryOperator compiledTenths) {
        List<Sample> samples = new ArrayList<>();
        for (long tenth = 1; tenth <= count; tenth++) {
            samples.add(new Sample(
                    tenth * TENTH,
                    events.applyAsLong(tenth),
                    0,
                    2 * tenth * TENTH,
                    compiledTenths.applyAsLong(tenth) * TENTH));
        }
        return samples;
    }
}
