package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;

/**
 * All that is counted of a cell.
 *
 * @param reports reports by day
 * @param serious serious ones among them by day
 * @param fatal fatal ones among them
 * @param unlisted those among them whose event the package insert does not name
 */
public record CellSeries(CountSeries reports, CountSeries serious, int fatal, int unlisted) {

    /** Nothing yet. */
    public static final CellSeries EMPTY = new CellSeries(CountSeries.EMPTY, CountSeries.EMPTY, 0, 0);

    /**
     * Returns the series after a step.
     *
     * @param asOf last day of the epoch; never earlier than in the step before
     */
    public CellSeries plus(LocalDate day, Step step, LocalDate asOf) {
        return new CellSeries(
                step.reports() == 0 ? reports : reports.plus(day, step.reports(), asOf),
                step.serious() == 0 ? serious : serious.plus(day, step.serious(), asOf),
                fatal + step.fatal(),
                unlisted + step.unlisted());
    }

    /** Returns whether nothing is counted and nothing would be left to take back. */
    public boolean isEmpty() {
        return reports.isEmpty() && serious.isEmpty() && fatal == 0 && unlisted == 0;
    }
}
