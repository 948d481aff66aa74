package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one graph achieves in all its runs, beside the floor.
 *
 * @param runs its runs
 * @param eventsPerSecond median
 * @param eventsPerCoreSecond median
 * @param ratio median over the pairs of events a second divided by the floor's
 * @param coreRatio median over the pairs of events per core-second divided by the floor's
 * @param compilerShare median share of the window for which the JVM's compilers worked still: well above a quarter, the
 *     machine was too slow or too busy for the figures to be those of a warm pipeline
 * @param alertsPerEvent alert revisions an event; 0 where the real sinks took them
 */
public record PathFigures(
        List<RunResult> runs,
        double eventsPerSecond,
        double eventsPerCoreSecond,
        double ratio,
        double coreRatio,
        double compilerShare,
        double alertsPerEvent) {

    /** Pairs each run with the floor's run of the same round. */
    public static PathFigures of(List<RunResult> runs, List<RunResult> floors) {
        ToDoubleFunction<RunResult> speed = run -> run.steady().eventsPerSecond();
        ToDoubleFunction<RunResult> coreSpeed = run -> run.steady().eventsPerCoreSecond();
        long events = runs.stream().mapToLong(RunResult::events).sum();
        long alerts = runs.stream().mapToLong(RunResult::alerts).sum();
        return new PathFigures(
                runs,
                median(runs, speed),
                median(runs, coreSpeed),
                ratio(runs, floors, speed),
                ratio(runs, floors, coreSpeed),
                median(runs, run -> run.steady().compilerShare()),
                (double) alerts / events);
    }

    private static double median(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
        return Statistics.median(runs.stream().map(figure::applyAsDouble).toList());
    }

    private static double ratio(List<RunResult> runs, List<RunResult> floors, ToDoubleFunction<RunResult> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ratios.add(figure.applyAsDouble(runs.get(i)) / figure.applyAsDouble(floors.get(i)));
        }
        return Statistics.median(ratios);
    }
}
