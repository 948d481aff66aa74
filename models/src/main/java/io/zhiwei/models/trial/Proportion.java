package io.zhiwei.models.trial;

/**
 * A share that was counted.
 *
 * @param hits how many
 * @param trials of how many
 */
public record Proportion(long hits, long trials) {

    private static final double Z = 1.959963984540054;

    /** Returns the share, 0 where nothing was counted. */
    public double share() {
        return trials == 0 ? 0 : (double) hits / trials;
    }

    /** Returns whether nothing was counted, so that the share says nothing. */
    public boolean isUnknown() {
        return trials == 0;
    }

    /** Returns the 95 % interval of Wilson (1927) around the share; all there is where nothing was counted. */
    public Interval interval() {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = share();
        double square = Z * Z;
        double centre = share + square / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + square / (4.0 * trials * trials));
        double scale = 1 + square / trials;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    /** An interval of shares, 0 to 1. */
    public record Interval(double low, double high) {}
}
