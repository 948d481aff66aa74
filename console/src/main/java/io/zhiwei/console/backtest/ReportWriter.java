package io.zhiwei.console.backtest;

import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.AlertViews;
import io.zhiwei.models.trial.Backtest;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.schemas.Alert;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what came of a backtest, held against what people decided. */
final class ReportWriter {

    private static final int LISTED = 100;
    private static final Comparator<AlertView> GRAVEST_FIRST =
            Comparator.comparingDouble(AlertView::score).reversed().thenComparing(AlertView::alertId);

    private final BacktestRequest request;
    private final Judgements judgements;
    private final Set<String> confirmed;

    /** Holds alerts against decisions; {@code confirmed} are the alerts of the period that were right. */
    ReportWriter(BacktestRequest request, Judgements judgements, Set<String> confirmed) {
        this.request = request;
        this.judgements = judgements;
        this.confirmed = confirmed;
    }

    /** Writes the results, of which the first is the version in force and the second what was tried. */
    BacktestReport write(List<Backtest.Result> results, long events, long refused, double seconds) {
        Backtest.Result before = results.get(0);
        Backtest.Result after = results.get(1);
        long days = days(results);
        List<Alert> gained = after.gained(before);
        List<Alert> lost = before.gained(after);
        return new BacktestReport(
                row(before, days),
                row(after, days),
                results.stream().skip(2).map(result -> row(result, days)).toList(),
                byDay(before, after),
                listed(gained),
                listed(lost),
                gained.size(),
                lost.size(),
                after.moved(before),
                events,
                refused,
                seconds);
    }

    private BacktestReport.Row row(Backtest.Result result, long days) {
        List<Long> levels = AlertQuery.LEVELS.stream()
                .map(level -> result.alerts().stream()
                        .filter(alert -> alert.getLevel().name().equals(level))
                        .count())
                .toList();
        return new BacktestReport.Row(
                value(result),
                result.alerts().size(),
                days == 0 ? 0 : (double) result.alerts().size() / days,
                levels,
                judgements.precision(result.alerts()),
                judgements.recall(result.alerts(), confirmed));
    }

    private @Nullable Double value(Backtest.Result result) {
        return result.variant()
                .model()
                .threshold(request.threshold())
                .map(threshold -> threshold.value())
                .orElse(null);
    }

    /** The period's length in days; where it is open, from the first to the last alert of any variant. */
    private long days(List<Backtest.Result> results) {
        TreeSet<LocalDate> seen = new TreeSet<>();
        results.forEach(result -> seen.addAll(result.byDay().keySet()));
        LocalDate first = request.from() != null ? request.from() : seen.isEmpty() ? null : seen.first();
        LocalDate last = request.to() != null ? request.to() : seen.isEmpty() ? null : seen.last();
        return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last) + 1;
    }

    private static List<BacktestReport.Day> byDay(Backtest.Result before, Backtest.Result after) {
        Map<LocalDate, Integer> old = before.byDay();
        Map<LocalDate, Integer> changed = after.byDay();
        return Stream.concat(old.keySet().stream(), changed.keySet().stream())
                .distinct()
                .sorted()
                .map(day -> new BacktestReport.Day(day, old.getOrDefault(day, 0), changed.getOrDefault(day, 0)))
                .toList();
    }

    private static List<AlertView> listed(List<Alert> alerts) {
        return alerts.stream()
                .map(AlertViews::of)
                .sorted(GRAVEST_FIRST)
                .limit(LISTED)
                .toList();
    }
}
