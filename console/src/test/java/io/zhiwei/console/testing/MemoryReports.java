package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.report.Period;
import io.zhiwei.console.report.Report;
import io.zhiwei.console.report.ReportIndex;
import io.zhiwei.console.report.ReportQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report of the alerts in memory, whatever the period. */
public final class MemoryReports implements ReportIndex {

    private final MemoryAlerts alerts;

    MemoryReports(MemoryAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Report report(Scope scope, ReportQuery query, LocalDate today) {
        List<AlertView> found = alerts.all(scope);
        Period period = query.period(today);
        return of(period, scope, query, found);
    }

    private static Report of(Period period, Scope scope, ReportQuery query, List<AlertView> found) {
        long all = found.size();
        return new Report(
                period,
                scope,
                query.agency(),
                query.region(),
                all,
                4,
                List.of(0L, all, 0L, 0L),
                all,
                List.of(row("medical-ads", "", "虚假医疗广告", all, 4L)),
                List.of(row("420704", "", "鄂城区", all, 3L), row("420704", "LK", "临空经济区", 0, null)),
                List.of(row("鄂州市市场监督管理局", "", "鄂州市市场监督管理局", all, 0L)),
                List.of(row("AD-01", "", "AD-01", all, null)),
                List.of(row("CONFIRMED", "", "CONFIRMED", 3, null), row("REJECTED", "", "REJECTED", 1, null)),
                List.of(),
                found.stream()
                        .map(one -> row(one.subject().id(), "", one.title(), 1, null))
                        .toList(),
                found,
                List.of(),
                0);
    }

    private static Report.Row row(String key, String zone, String name, long alerts, @Nullable Long before) {
        return new Report.Row(key, zone, name, alerts, before, List.of(0L, alerts, 0L, 0L));
    }
}
