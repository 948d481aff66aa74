package io.zhiwei.models.keyed;

import io.zhiwei.models.keyed.FigureReading.Column;
import io.zhiwei.models.measure.surveillance.AlikeShare;
import java.time.Duration;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Sums of a value by day before an event, and what is usual among them. */
final class DailySums {

    /** Weight of the latest day: specification of sales, section 7.7. */
    private static final double LAMBDA = 0.1;

    /** Days of history before anything is called usual. */
    private static final int LEAST_HISTORY = 14;

    /** A mean of nothing would make the first sale impossible. */
    private static final double LEAST_MEAN = 0.5;

    private final double[] sums;
    private final int history;

    DailySums(Entries entries, Entry around, Column column, Duration within) {
        int days = (int) within.toDays();
        this.sums = new double[days + 1];
        long today = Days.of(around.time());
        long first = today;
        long from = Days.start(today - days);
        for (Entry entry : entries.between(column.feed(), from, Days.start(today + 1) - 1)) {
            long day = Days.of(entry.time());
            double number = column.number(entry);
            if (!Double.isNaN(number)) {
                sums[(int) (today - day)] += number * entry.count();
                first = Math.min(first, day);
            }
        }
        this.history = (int) (today - first);
    }

    /** Returns the exponentially weighted mean of the days before, NaN where the history is too short. */
    double usual() {
        if (history < LEAST_HISTORY) {
            return Double.NaN;
        }
        double mean = sums[history];
        for (int ago = history - 1; ago >= 1; ago--) {
            mean = LAMBDA * sums[ago] + (1 - LAMBDA) * mean;
        }
        return mean;
    }

    /** Returns the upper tail, today included, NaN where the history is too short. */
    double poissonTail() {
        double usual = usual();
        if (Double.isNaN(usual)) {
            return Double.NaN;
        }
        int today = (int) Math.round(sums[0]);
        return today <= 0
                ? 1
                : PoissonDistribution.of(Math.max(LEAST_MEAN, usual)).survivalProbability(today - 1);
    }

    private double before() {
        double sum = 0;
        for (int ago = 1; ago < sums.length; ago++) {
            sum += sums[ago];
        }
        return sum;
    }

    /** Returns the upper tail of what these make of the day's sums together with others, by the share that they made before. */
    double shareTail(DailySums others, double usual) {
        if (!(usual > 0 && usual < 1)) {
            return Double.NaN;
        }
        int today = (int) Math.round(sums[0]);
        int all = today + (int) Math.round(others.sums[0]);
        return new AlikeShare(before(), others.before(), usual).atLeast(today, all);
    }
}
