package io.zhiwei.console.report;

import io.zhiwei.console.alert.Scope;
import java.time.LocalDate;

/** Where reports are counted; nothing outside a scope is in them. */
public interface ReportIndex {

    /**
     * Returns a report.
     *
     * @param today the day in China, for a query that names none
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException while the index cannot be reached
     */
    Report report(Scope scope, ReportQuery query, LocalDate today);
}
