package io.zhiwei.models.measure.disproportionality;

/**
 * Reports by product and event. Counts are whole, or real where older reports weigh less; what needs whole ones says so.
 *
 * @param a reports with the product and the event
 * @param b reports with the product, without the event
 * @param c reports with the event, without the product
 * @param d reports with neither
 */
public record TwoByTwo(double a, double b, double c, double d) {

    /** Refuses what no reports can give. */
    public TwoByTwo {
        if (!(isCount(a) && isCount(b) && isCount(c) && isCount(d))) {
            throw new IllegalArgumentException("counts are finite and not negative, not (" + a + ", " + b + ", " + c
                    + ", " + d + "): each margin must hold the reports of its cells");
        }
    }

    /**
     * Returns the table of a pair from its margins.
     *
     * @param pair reports with both
     * @param product reports with the product
     * @param event reports with the event
     * @param reports all reports
     */
    public static TwoByTwo ofMargins(double pair, double product, double event, double reports) {
        return new TwoByTwo(pair, product - pair, event - pair, reports - product - event + pair);
    }

    /** Returns the reports with the product. */
    public double product() {
        return a + b;
    }

    /** Returns the reports with the event. */
    public double event() {
        return a + c;
    }

    /** Returns all reports. */
    public double reports() {
        return a + b + c + d;
    }

    /** Returns the reports with both that independence expects; 0 where there is no report. */
    public double expected() {
        double reports = reports();
        return reports == 0 ? 0 : product() * event() / reports;
    }

    /** Returns whether all four counts are whole. */
    public boolean isWhole() {
        return a == Math.rint(a) && b == Math.rint(b) && c == Math.rint(c) && d == Math.rint(d);
    }

    /** Returns the table with products swapped for events: what holds within the product now holds within the event. */
    public TwoByTwo transposed() {
        return new TwoByTwo(a, c, b, d);
    }

    private static boolean isCount(double count) {
        return count >= 0 && count < Double.POSITIVE_INFINITY;
    }
}
