package io.zhiwei.models.measure.disproportionality.gps;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts of pairs, squashed: pairs of one count whose expectations differ by little are one point, with their mean
 * expectation and their number as its weight (DuMouchel, Pregibon 2001). The likelihood of a prior stays the same to many
 * digits and costs a fraction. The order of the pairs does not matter.
 */
public final class SquashedCounts {

    private static final int MOST_POINTS = 10_000;
    private static final double FINEST_WIDTH = 0.01;

    private final double[] observed;
    private final double[] expected;
    private final double[] weights;

    private SquashedCounts(double[] observed, double[] expected, double[] weights) {
        this.observed = observed;
        this.expected = expected;
        this.weights = weights;
    }

    /**
     * Squashes pairs to at most 10,000 points.
     *
     * @param observed reports with both, for each pair
     * @param expected reports with both that independence expects, above 0
     */
    public static SquashedCounts of(double[] observed, double[] expected) {
        SquashedCounts all = weighted(observed, expected, ones(observed.length)).sorted();
        double width = FINEST_WIDTH;
        SquashedCounts squashed = all.squashed(width);
        while (squashed.size() > MOST_POINTS) {
            width *= 2;
            squashed = all.squashed(width);
        }
        return squashed;
    }

    /** Takes points as they are. */
    public static SquashedCounts weighted(double[] observed, double[] expected, double[] weights) {
        if (observed.length != expected.length || observed.length != weights.length) {
            throw new IllegalArgumentException("each point has a count, an expectation and a weight, not "
                    + observed.length + ", " + expected.length + " and " + weights.length + " of them");
        }
        for (int i = 0; i < observed.length; i++) {
            if (!(observed[i] >= 0 && expected[i] > 0 && weights[i] > 0)) {
                throw new IllegalArgumentException("point " + i + " of the squashed counts has a count of "
                        + observed[i] + ", an expectation of " + expected[i] + " and a weight of " + weights[i]
                        + ": nothing negative, and only the count may be 0");
            }
        }
        return new SquashedCounts(observed.clone(), expected.clone(), weights.clone());
    }

    /** Returns the number of points. */
    public int size() {
        return observed.length;
    }

    double observed(int point) {
        return observed[point];
    }

    double expected(int point) {
        return expected[point];
    }

    double weight(int point) {
        return weights[point];
    }

    private SquashedCounts sorted() {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted((i, j) -> observed[i] != observed[j]
                        ? Double.compare(observed[i], observed[j])
                        : Double.compare(expected[i], expected[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SquashedCounts(pick(observed, order), pick(expected, order), pick(weights, order));
    }

    /** Joins sorted points while they stay within a relative width of the first. */
    private SquashedCounts squashed(double width) {
        double[] counts = new double[size()];
        double[] means = new double[size()];
        double[] sizes = new double[size()];
        int points = 0;
        int start = 0;
        for (int i = 1; i <= size(); i++) {
            boolean joins =
                    i < size() && observed[i] == observed[start] && expected[i] <= expected[start] * (1 + width);
            if (!joins) {
                counts[points] = observed[start];
                means[points] = mean(start, i);
                sizes[points++] = i - start;
                start = i;
            }
        }
        return new SquashedCounts(
                Arrays.copyOf(counts, points), Arrays.copyOf(means, points), Arrays.copyOf(sizes, points));
    }

    private double mean(int from, int to) {
        return Arrays.stream(expected, from, to).sum() / (to - from);
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
