package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.bench.throughput.PathFigures;
import io.zhiwei.deploy.bench.throughput.RunResult;
import java.util.List;
import java.util.Map;

/**
 * The keyed pipeline.
 *
 * @param events events of the simulated city on the topics
 * @param days its days
 * @param scale its size
 * @param models models that were active together
 * @param floor read, decode, key and discard the same streams
 * @param pipeline the pipeline with those models
 * @param visitRatio visits a second of the pipeline by events a second of the floor, median over the rounds
 * @param onDisk the pipeline with its state on disk, as {@code ./zhiwei run} keeps it
 * @param copied model of which there were copies
 * @param copies the pipeline with nothing but copies of it, by their number
 * @param keys one window on disk, by number of entities
 */
public record KeyedFigures(
        long events,
        int days,
        double scale,
        List<String> models,
        PathFigures floor,
        PathFigures pipeline,
        double visitRatio,
        RunResult onDisk,
        String copied,
        Map<Integer, RunResult> copies,
        Map<Integer, RunResult> keys) {

    private static final double GOAL = 0.6;
    private static final String FUND_RAISING = "illegal-fundraising";
    private static final double GOAL_OF_FUND_RAISING = 0.5;

    /** Returns which {@link #visitRatio} is wanted of these models. */
    public double goal() {
        return models.contains(FUND_RAISING) ? GOAL_OF_FUND_RAISING : GOAL;
    }
}
