package io.zhiwei.deploy.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathFiguresTest {

    @Test
    void comparesEachRunWithTheFloorOfItsOwnRound() {
        // Given: a machine that slows down from round to round; the ratio stays a half, but for one run.
        List<RunResult> floors = List.of(run(1_000, 800), run(500, 400), run(100, 80));
        List<RunResult> runs = List.of(run(500, 200), run(250, 100), run(10, 8));

        // When
        PathFigures figures = PathFigures.of(runs, floors);

        // Then
        assertThat(figures.ratio()).isEqualTo(0.5);
        assertThat(figures.coreRatio()).isEqualTo(0.25);
        assertThat(figures.eventsPerSecond()).isEqualTo(250);
    }

    @Test
    void givesTheFloorARatioOfOne() {
        List<RunResult> floors = List.of(run(1_000, 800), run(500, 400));

        assertThat(PathFigures.of(floors, floors).ratio()).isEqualTo(1);
    }

    @Test
    void countsAlertsOverAllRuns() {
        List<RunResult> runs = List.of(run(1_000, 800), run(500, 400));

        assertThat(PathFigures.of(runs, runs).alertsPerEvent()).isEqualTo(0.1);
    }

    private static RunResult run(double perSecond, double perCoreSecond) {
        Measurement steady =
                new Measurement(4, 0, 1, (long) perSecond, 0, perSecond / perCoreSecond, perSecond, perCoreSecond);
        return new RunResult(steady, (long) perSecond, (long) perSecond / 10, 0);
    }
}
