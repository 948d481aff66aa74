package io.zhiwei.models.measure.disproportionality;

import java.util.function.DoubleFunction;

/** The positive root of a growing function: Halley's steps inside a bracket that halves where a step leaves it. */
final class QuantileSearch {

    private static final double TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 200;
    private static final double WIDEN = 8;

    private double low;
    private double high;

    /** Searches between two bounds, the upper perhaps infinite. */
    QuantileSearch(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /**
     * A function at a point.
     *
     * @param excess its value
     * @param slope its derivative
     * @param bend the second derivative divided by the first
     */
    record Curve(double excess, double slope, double bend) {}

    /**
     * Returns the root. A step is cubic near the root: one below the tolerance leaves an error far below it. So small a step
     * is taken before the bracket is looked at, which would answer a step below the precision of numbers by halving.
     */
    double solve(double start, DoubleFunction<Curve> function) {
        double x = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            Curve curve = function.apply(x);
            if (curve.excess() == 0) {
                return x;
            }
            narrow(x, curve.excess());
            double next = step(x, curve);
            if (Math.abs(next - x) <= TOLERANCE * x) {
                return next;
            }
            x = inside(x, next);
        }
        return x;
    }

    private void narrow(double x, double excess) {
        if (excess > 0) {
            high = x;
        } else {
            low = x;
        }
    }

    private static double step(double x, Curve curve) {
        double newton = curve.excess() / curve.slope();
        double correction = 1 - newton * curve.bend() / 2;
        return x - newton / Math.min(2, Math.max(0.5, correction));
    }

    private double inside(double x, double next) {
        if (next > low && next < high) {
            return next;
        }
        if (high == Double.POSITIVE_INFINITY) {
            return x * WIDEN;
        }
        return low == 0 ? x / WIDEN : Math.sqrt(low) * Math.sqrt(high);
    }
}
