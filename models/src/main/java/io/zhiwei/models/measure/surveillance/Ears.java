package io.zhiwei.models.measure.surveillance;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The early aberration reporting system (Hutwagner et al. 2003): how many standard deviations a day's count lies above the
 * seven days before. C1 compares with the days directly before, C2 leaves two days between, so that a rise does not hide
 * itself, C3 adds up three days of C2.
 */
public final class Ears {

    /** What C1 and C2 must exceed for an alarm. */
    public static final double ALARM = 3;

    /** What C3 must exceed for an alarm. */
    public static final double ALARM_OF_SUM = 2;

    private static final int BASELINE_DAYS = 7;
    private static final int GAP_DAYS = 2;
    private static final int SUMMED_DAYS = 3;
    private static final double LEAST_DEVIATION = 0.5;

    private final double[] counts;

    /**
     * Takes counts.
     *
     * @param counts counts by day, without gaps: a day without reports is 0
     */
    public Ears(double... counts) {
        this.counts = counts.clone();
    }

    /** Returns C1 of a day; empty where the days before it are too few. */
    public OptionalDouble mild(int day) {
        return deviations(day, 0);
    }

    /** Returns C2 of a day; empty where the days before it are too few. */
    public OptionalDouble medium(int day) {
        return deviations(day, GAP_DAYS);
    }

    /** Returns C3 of a day, what C2 of it and the two days before exceed 1 by; empty where days before are too few. */
    public OptionalDouble ultra(int day) {
        double sum = 0;
        for (int i = day - SUMMED_DAYS + 1; i <= day; i++) {
            OptionalDouble medium = medium(i);
            if (medium.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += Math.max(0, medium.getAsDouble() - 1);
        }
        return OptionalDouble.of(sum);
    }

    private OptionalDouble deviations(int day, int gap) {
        int start = day - gap - BASELINE_DAYS;
        if (start < 0 || day >= counts.length) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(counts, start, start + BASELINE_DAYS).sum() / BASELINE_DAYS;
        double squares = Arrays.stream(counts, start, start + BASELINE_DAYS)
                .map(count -> (count - mean) * (count - mean))
                .sum();
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (BASELINE_DAYS - 1)));
        return OptionalDouble.of((counts[day] - mean) / deviation);
    }
}
