package io.zhiwei.models.measure.disproportionality;

/**
 * How many times as often the event is reported with the product: ratios with intervals of 95 % under a normal error of
 * the logarithm. A ratio over 0 is infinite and has no interval, 0 over 0 is undefined, 0 has no interval. Nothing is
 * added to an empty cell.
 */
public final class ReportingRatios {

    private ReportingRatios() {}

    /** Returns observed over expected, the relative reporting ratio; undefined where nothing is expected. */
    public static double relative(double observed, double expected) {
        return observed / expected;
    }

    /**
     * Returns the proportional reporting ratio (Evans, Waller, Davis 2001): the share of the event among reports with the
     * product over its share among the others.
     */
    public static Estimate proportional(TwoByTwo table) {
        double ratio = (table.a() / table.product()) / (table.c() / (table.c() + table.d()));
        double variance = 1 / table.a() - 1 / table.product() + 1 / table.c() - 1 / (table.c() + table.d());
        return estimate(ratio, variance);
    }

    /** Returns the reporting odds ratio with the interval of Woolf (van Puijenbroek et al. 2002). */
    public static Estimate odds(TwoByTwo table) {
        double ratio = (table.a() * table.d()) / (table.b() * table.c());
        return estimate(ratio, sumOfReciprocals(table));
    }

    /**
     * Returns Yule's Q, the odds ratio on a scale from -1 to 1; undefined where a cell is empty, since the error is.
     */
    public static Estimate yule(TwoByTwo table) {
        double concordant = table.a() * table.d();
        double discordant = table.b() * table.c();
        double q = (concordant - discordant) / (concordant + discordant);
        double standardError = (1 - q * q) / 2 * Math.sqrt(sumOfReciprocals(table));
        return Double.isFinite(standardError) ? Estimate.normal(q, standardError) : Estimate.UNDEFINED;
    }

    private static double sumOfReciprocals(TwoByTwo table) {
        return 1 / table.a() + 1 / table.b() + 1 / table.c() + 1 / table.d();
    }

    private static Estimate estimate(double ratio, double variance) {
        boolean hasInterval = ratio > 0 && Double.isFinite(ratio) && Double.isFinite(variance);
        return hasInterval ? Estimate.logNormal(ratio, Math.sqrt(variance)) : Estimate.bare(ratio);
    }
}
