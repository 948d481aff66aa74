package io.zhiwei.console.backtest;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.models.trial.Proportion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest.
 *
 * @param before the version in force
 * @param after what was tried
 * @param curve the threshold over its range, ascending; empty where it was not asked for
 * @param days alerts of both by the day on which they began
 * @param gained alerts that only {@code after} has, gravest first
 * @param lost alerts that only {@code before} has, gravest first
 * @param gainedTotal how many were gained; the list may hold fewer
 * @param lostTotal how many were lost
 * @param moved how many alerts both have on different levels
 * @param events events that were judged
 * @param refused messages that could not be read
 * @param seconds how long it took
 */
public record BacktestReport(
        Row before,
        Row after,
        List<Row> curve,
        List<Day> days,
        List<AlertView> gained,
        List<AlertView> lost,
        int gainedTotal,
        int lostTotal,
        long moved,
        long events,
        long refused,
        double seconds) {

    /**
     * One variant.
     *
     * @param value value of the threshold; null where a version was tried
     * @param alerts how many alerts
     * @param perDay alerts per day of the period
     * @param levels alerts by level: red, orange, yellow, blue
     * @param precision share of those judged that were confirmed
     * @param recall share of the confirmed alerts of the period that it has
     */
    public record Row(
            @Nullable Double value,
            int alerts,
            double perDay,
            List<Long> levels,
            Proportion precision,
            Proportion recall) {}

    /** Alerts of one day. */
    public record Day(LocalDate date, int before, int after) {}
}
