package io.zhiwei.deploy.bench;

import java.util.Arrays;
import java.util.List;

/** The middle and the tail of figures. */
public final class Statistics {

    private Statistics() {}

    /** Returns the median; the mean of the two in the middle where their number is even. */
    public static double median(List<Double> figures) {
        double[] sorted = sorted(figures);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the smallest figure that at least this share of all does not exceed (nearest rank). */
    public static double percentile(List<Double> figures, double share) {
        double[] sorted = sorted(figures);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    private static double[] sorted(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
