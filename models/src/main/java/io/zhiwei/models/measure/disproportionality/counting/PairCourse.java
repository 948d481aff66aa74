package io.zhiwei.models.measure.disproportionality.counting;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.FisherExact;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import java.time.LocalDate;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How a pair changes: its last ninety days against about a year before them, and how grave its reports are. The year before
 * is the calendar month in which the ninety days begin, without them, and the twelve months before it.
 *
 * @param recent reports of the pair in the last ninety days
 * @param recentReports reports of its product in the last ninety days
 * @param earlier reports of the pair in the year before
 * @param earlierReports reports of its product in the year before
 * @param seriousRecent serious reports of the pair in the last ninety days
 * @param seriousEarlier serious reports of the pair in the year before
 * @param cumulativeSum CUSUM over the last twelve weeks, for twice what the year before and the product's reports let expect
 * @param serious all serious reports of the pair
 * @param fatal all fatal ones
 * @param unlisted all of which the insert does not name the event
 */
public record PairCourse(
        int recent,
        int recentReports,
        int earlier,
        int earlierReports,
        int seriousRecent,
        int seriousEarlier,
        double cumulativeSum,
        int serious,
        int fatal,
        int unlisted) {

    private static final int WEEKS = 12;
    private static final int LEAST_OF_SHIFT = 10;

    /** Half a report more a quarter than never: a reaction that was never told must not make every report a rise. */
    private static final double FLOOR = 0.5 / WEEKS;

    /** Of CUSUM: what a week may bring without adding to the sum, where twice the usual must not be missed. */
    private static final double REFERENCE = 1 / Math.log(2);

    static PairCourse of(CellSeries pair, CountSeries product, LocalDate asOf) {
        int earlier = pair.reports().yearBefore(asOf);
        int earlierReports = product.yearBefore(asOf);
        return new PairCourse(
                pair.reports().in(CountWindow.NINETY_DAYS, asOf),
                product.in(CountWindow.NINETY_DAYS, asOf),
                earlier,
                earlierReports,
                pair.serious().in(CountWindow.NINETY_DAYS, asOf),
                pair.serious().yearBefore(asOf),
                cumulativeSum(pair.reports(), product, earlier, earlierReports, asOf),
                pair.serious().total(),
                pair.fatal(),
                pair.unlisted());
    }

    private static double cumulativeSum(
            CountSeries pair, CountSeries product, int earlier, int earlierReports, LocalDate asOf) {
        if (earlierReports == 0) {
            return 0;
        }
        double share = (double) earlier / earlierReports;
        double sum = 0;
        for (int week = WEEKS - 1; week >= 0; week--) {
            double usual = Math.max(FLOOR, share * product.ofWeek(week, asOf));
            sum = Math.max(0, sum + pair.ofWeek(week, asOf) - REFERENCE * usual);
        }
        return sum;
    }

    /** Returns the trend: whether the event's share of the product's reports has grown; undefined without a year before. */
    public Estimate trend() {
        return InformationComponent.trend(recent, recentReports, earlier, earlierReports);
    }

    /**
     * Returns the probability that so many of the pair's reports of both periods, or more, fall into the recent one if the
     * event's share of the product's reports stayed the same; 1 without a year before. Unlike {@link #trend} it knows that
     * the year before was counted too.
     */
    public double trendTail() {
        int reports = recentReports + earlierReports;
        return earlierReports == 0 ? 1 : binomialTail(recent, recent + earlier, (double) recentReports / reports);
    }

    /**
     * Returns the probability that so many of the serious reports of both periods, or more, fall among the recent if the share
     * of serious ones stayed the same; NaN below ten recent reports or without a year before. The year before was counted too,
     * and a binomial law under its share alone would call a shift what a few reports more of it had explained.
     */
    public double severityTail() {
        if (recent < LEAST_OF_SHIFT || earlier == 0) {
            return Double.NaN;
        }
        int seriousReports = seriousRecent + seriousEarlier;
        return seriousRecent <= 0
                ? 1
                : FisherExact.upperTail(
                        TwoByTwo.ofMargins(seriousRecent, recent, seriousReports, (double) recent + earlier));
    }

    private static double binomialTail(int observed, int trials, double share) {
        return observed <= 0 ? 1 : RegularizedBeta.value(share, observed, trials - observed + 1.0);
    }
}
