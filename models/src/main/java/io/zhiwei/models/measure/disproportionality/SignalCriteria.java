package io.zhiwei.models.measure.disproportionality;

/**
 * Where measures become signals. None is right alone: shrunken measures are slow with few reports, the others too quick.
 *
 * @param leastReports reports below which no frequentist measure is a signal
 * @param leastProportional least proportional reporting ratio of Evans' rule
 * @param leastChiSquare least χ² of Evans' rule, with Yates' correction
 * @param aboveOdds what the lower bound of the odds ratio must exceed
 * @param aboveComponent what the lower bound of the information component must exceed
 * @param leastGeometricMean least 5 % quantile of the empirical Bayes geometric mean
 */
public record SignalCriteria(
        double leastReports,
        double leastProportional,
        double leastChiSquare,
        double aboveOdds,
        double aboveComponent,
        double leastGeometricMean) {

    /** What the centres use: Evans 2001 (MHRA), Lareb, Uppsala Monitoring Centre, FDA. */
    public static final SignalCriteria USUAL = new SignalCriteria(3, 2, 4, 1, 0, 2);

    /**
     * Returns the verdict of Evans' rule. A ratio over 0, as of an event that no other product has, meets its part of the
     * rule.
     */
    public Verdict evans(TwoByTwo table) {
        double ratio = ReportingRatios.proportional(table).value();
        return Verdict.of(
                table.a() >= leastReports && ratio >= leastProportional && ChiSquare.yates(table) >= leastChiSquare);
    }

    /** Returns the verdict of the reporting odds ratio. */
    public Verdict odds(TwoByTwo table) {
        if (table.a() < leastReports) {
            return Verdict.SILENT;
        }
        double low = ReportingRatios.odds(table).low();
        return Double.isNaN(low) ? Verdict.UNDEFINED : Verdict.of(low > aboveOdds);
    }

    /** Returns the verdict of the information component. */
    public Verdict component(Estimate component) {
        return Verdict.of(component.low() > aboveComponent);
    }

    /** Returns the verdict of the empirical Bayes geometric mean. */
    public Verdict geometricMean(Estimate geometricMean) {
        return Verdict.of(geometricMean.low() >= leastGeometricMean);
    }
}
