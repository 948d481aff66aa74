package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.jobs.warning.RunSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be measured of the keyed pipeline.
 *
 * @param models models that are active together
 * @param days days of the simulated city
 * @param scale size of the city
 * @param copies numbers of copies of a model
 * @param keys numbers of entities of the window on disk
 */
public record KeyedPlan(List<String> models, int days, double scale, List<Integer> copies, List<Integer> keys) {

    /** Settings of a job that reads the city: shops that upload late do so within a day and a half. */
    public static final List<String> LATE = List.of("--late-bound", "3d", "--max-drift", "2d");

    /** Settings of a job that keeps its state on disk. */
    static final List<String> ON_DISK = List.of("--state-backend", RunSettings.ROCKSDB);

    /** Settings of a job that reads the city as {@code ./zhiwei run} does: with its state on disk. */
    public static final List<String> LATE_ON_DISK =
            Stream.concat(LATE.stream(), ON_DISK.stream()).toList();
}
