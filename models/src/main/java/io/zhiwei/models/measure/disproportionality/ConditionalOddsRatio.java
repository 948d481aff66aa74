package io.zhiwei.models.measure.disproportionality;

import java.util.function.DoubleFunction;

/**
 * The odds ratio of greatest likelihood given both margins, with the exact interval of 95 % (Cornfield, Gart): each bound
 * is the ratio under which a cell so extreme has a probability of 2.5 %. What Fisher's test rests on, for small counts.
 */
public final class ConditionalOddsRatio {

    private static final double TOLERANCE = 1e-11;
    private static final int MOST_STEPS = 200;

    private ConditionalOddsRatio() {}

    /**
     * Returns the ratio; 0 or infinite where the cell is as small or as large as the margins allow, undefined where they
     * allow but one value.
     *
     * @throws IllegalArgumentException if the counts are not whole
     */
    public static Estimate of(TwoByTwo table) {
        Hypergeometric cell = new Hypergeometric(table);
        if (cell.low() == cell.high()) {
            return Estimate.UNDEFINED;
        }
        double a = table.a();
        boolean least = a == cell.low();
        boolean most = a == cell.high();
        return new Estimate(
                least ? 0 : most ? Double.POSITIVE_INFINITY : mostLikely(cell, a, start(table, 0)),
                least ? 0 : lower(cell, a, start(table, -Estimate.Z)),
                most ? Double.POSITIVE_INFINITY : upper(cell, a, start(table, Estimate.Z)));
    }

    private static double mostLikely(Hypergeometric cell, double a, double start) {
        return Math.exp(solve(start, x -> {
            Hypergeometric.Split split = cell.split(a, Math.exp(x));
            return new Point(split.mean() - a, split.variance());
        }));
    }

    private static double lower(Hypergeometric cell, double a, double start) {
        return Math.exp(solve(start, x -> {
            Hypergeometric.Split split = cell.split(a, Math.exp(x));
            return new Point(Math.log(split.atLeast() / Estimate.LOWER_TAIL), split.meanAtLeast() - split.mean());
        }));
    }

    private static double upper(Hypergeometric cell, double a, double start) {
        return Math.exp(solve(start, x -> {
            Hypergeometric.Split split = cell.split(a, Math.exp(x));
            return new Point(-Math.log(split.atMost() / Estimate.LOWER_TAIL), split.mean() - split.meanAtMost());
        }));
    }

    /** The logarithm of the usual ratio with a half in each cell, so many standard errors away. */
    private static double start(TwoByTwo table, double deviations) {
        double a = table.a() + 0.5;
        double b = table.b() + 0.5;
        double c = table.c() + 0.5;
        double d = table.d() + 0.5;
        return Math.log(a * d / (b * c)) + deviations * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    }

    /** A growing function at a point. */
    private record Point(double value, double slope) {}

    /** Newton's steps, halved where they leave the bracket found so far; far outside, where tails vanish, by doubling. */
    private static double solve(double start, DoubleFunction<Point> function) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double x = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            Point point = function.apply(x);
            if (point.value() > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - Math.max(-2, Math.min(2, point.value() / point.slope()));
            if (!(next > low && next < high)) {
                next = middle(low, high);
            }
            if (Math.abs(next - x) <= TOLERANCE) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static double middle(double low, double high) {
        if (low == Double.NEGATIVE_INFINITY) {
            return high - 2;
        }
        return high == Double.POSITIVE_INFINITY ? low + 2 : (low + high) / 2;
    }
}
