package io.zhiwei.models.measure.flow;

/** Holt's linear forecast of a weekly series. */
final class HoltForecast {

    private static final double LEVEL = 0.5;
    private static final double TREND = 0.3;
    private static final double WEEK = 7;

    private HoltForecast() {}

    /** Returns the sum forecast for so many days behind the last week; never below 0 in a week, 0 without a week. */
    static double next(double[] weeks, int days) {
        if (weeks.length == 0) {
            return 0;
        }
        double level = weeks[0];
        double trend = weeks.length > 1 ? weeks[1] - weeks[0] : 0;
        for (int i = 1; i < weeks.length; i++) {
            double before = level;
            level = LEVEL * weeks[i] + (1 - LEVEL) * (level + trend);
            trend = TREND * (level - before) + (1 - TREND) * trend;
        }
        double sum = 0;
        double left = days / WEEK;
        for (int ahead = 1; left > 0; ahead++) {
            sum += Math.max(0, level + ahead * trend) * Math.min(1, left);
            left--;
        }
        return sum;
    }
}
