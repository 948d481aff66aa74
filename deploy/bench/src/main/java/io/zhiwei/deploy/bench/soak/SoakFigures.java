package io.zhiwei.deploy.bench.soak;

import java.util.List;

/**
 * How much the job keeps, by day.
 *
 * @param scale size of the city
 * @param models models that were active
 * @param events events of all days
 * @param kept what is kept in the end of a day, about thirty days of them
 */
public record SoakFigures(double scale, List<String> models, long events, List<Kept> kept) {

    /**
     * What is kept in the end of a day.
     *
     * @param day the day, from 1
     * @param liveMegabytes heap of the job that a full collection of garbage leaves
     * @param checkpointMegabytes newest checkpoint of the warning job
     */
    public record Kept(int day, double liveMegabytes, double checkpointMegabytes) {}

    /** Returns the growth of the live heap from the middle third of the days to the last, averages of both: 0 means none. */
    public double growth() {
        int third = kept.size() / 3;
        double middle = average(kept.subList(third, 2 * third));
        return average(kept.subList(2 * third, kept.size())) / middle - 1;
    }

    private static double average(List<Kept> days) {
        return days.stream().mapToDouble(Kept::liveMegabytes).average().orElse(Double.NaN);
    }
}
