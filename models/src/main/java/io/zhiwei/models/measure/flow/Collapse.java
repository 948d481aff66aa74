package io.zhiwei.models.measure.flow;

/**
 * How far new money has fallen from its best, while payouts rise.
 *
 * @param drop 1 less the smoothed weekly inflow divided by its maximum of twelve weeks, 0 to 1
 * @param payoutsRise whether the last four weeks paid out more than the four before
 */
public record Collapse(double drop, boolean payoutsRise) {

    /** Weight of the newest week in an exponentially weighted mean of four weeks: 2 / (4 + 1). */
    private static final double NEWEST = 0.4;

    private static final int WEEKS = 12;
    private static final int SHORT = 4;
    private static final double ORANGE = 0.4;
    private static final double RED = 0.6;

    /** Returns the fall from weekly sums of the same weeks, oldest first. */
    public static Collapse of(double[] weeklyInflow, double[] weeklyPayouts) {
        if (weeklyInflow.length == 0) {
            return new Collapse(0, false);
        }
        double[] smooth = smooth(weeklyInflow);
        double best = 0;
        for (int i = Math.max(0, smooth.length - WEEKS); i < smooth.length; i++) {
            best = Math.max(best, smooth[i]);
        }
        double drop = best <= 0 ? 0 : 1 - smooth[smooth.length - 1] / best;
        return new Collapse(drop, rises(weeklyPayouts));
    }

    /** Judges: a fall of 0.4 is watched, of 0.6 high; without rising payouts it is no collapse. */
    public Tier tier() {
        return payoutsRise ? Tier.of(drop, ORANGE, RED) : Tier.NONE;
    }

    private static double[] smooth(double[] weeks) {
        double[] result = new double[weeks.length];
        result[0] = weeks[0];
        for (int i = 1; i < weeks.length; i++) {
            result[i] = NEWEST * weeks[i] + (1 - NEWEST) * result[i - 1];
        }
        return result;
    }

    private static boolean rises(double[] weeks) {
        double late = 0;
        double early = 0;
        for (int i = 1; i <= SHORT; i++) {
            late += weeks.length >= i ? weeks[weeks.length - i] : 0;
            early += weeks.length >= i + SHORT ? weeks[weeks.length - i - SHORT] : 0;
        }
        return late > early;
    }
}
