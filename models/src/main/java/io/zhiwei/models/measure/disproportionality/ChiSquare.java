package io.zhiwei.models.measure.disproportionality;

/** Pearson's test of independence of product and event, one degree of freedom; undefined where a margin is 0. */
public final class ChiSquare {

    private ChiSquare() {}

    /** Returns the statistic without correction. */
    public static double pearson(TwoByTwo table) {
        return statistic(table, Math.abs(determinant(table)));
    }

    /**
     * Returns the statistic with the continuity correction of Yates, which the rule of Evans uses.
     *
     * @throws IllegalArgumentException if the counts are not whole: there is no continuity to correct
     */
    public static double yates(TwoByTwo table) {
        if (!table.isWhole()) {
            throw new IllegalArgumentException("Yates' correction is for whole counts, not " + table);
        }
        return statistic(table, Math.max(0, Math.abs(determinant(table)) - table.reports() / 2));
    }

    private static double determinant(TwoByTwo table) {
        return table.a() * table.d() - table.b() * table.c();
    }

    private static double statistic(TwoByTwo table, double difference) {
        double ofProduct = difference / table.product() / (table.c() + table.d());
        double ofEvent = difference / table.event() / (table.b() + table.d());
        return table.reports() * ofProduct * ofEvent;
    }
}
