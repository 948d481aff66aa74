package io.zhiwei.deploy.bench.keyed;

import java.util.List;

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
}
