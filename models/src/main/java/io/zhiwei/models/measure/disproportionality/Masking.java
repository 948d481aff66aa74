package io.zhiwei.models.measure.disproportionality;

/**
 * What a flood of reports about another product hides: the pair without that product's reports. To be looked at for
 * products with more than a fifth of an event's reports, as after a campaign or in the news.
 */
public final class Masking {

    private Masking() {}

    /**
     * Returns the table without the reports of another product, none of which names this one.
     *
     * @param table the pair, with all reports
     * @param eventReports the other product's reports with the event
     * @param otherReports the other product's reports without it
     */
    public static TwoByTwo without(TwoByTwo table, double eventReports, double otherReports) {
        return new TwoByTwo(table.a(), table.b(), table.c() - eventReports, table.d() - otherReports);
    }

    /** Returns how many times as large the proportional reporting ratio is without the other product's reports. */
    public static double ratio(TwoByTwo table, double eventReports, double otherReports) {
        return ReportingRatios.proportional(without(table, eventReports, otherReports))
                        .value()
                / ReportingRatios.proportional(table).value();
    }
}
