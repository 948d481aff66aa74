package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountWindow;
import io.zhiwei.models.measure.disproportionality.counting.PairCourse;
import io.zhiwei.models.measure.disproportionality.counting.PairTables;
import io.zhiwei.models.measure.disproportionality.counting.Populations;

/**
 * The counts of a pair at the end of an epoch, with their margins.
 *
 * @param cell the pair
 * @param epoch end of the epoch, milliseconds
 * @param cumulative all reports
 * @param fiveYears reports of five years
 * @param twelveMonths reports of twelve months
 * @param ninetyDays reports of ninety days
 * @param decayed all reports, older ones weighing less
 * @param course how the pair changes
 * @param adjusted reports with both that independence within strata expects, of two products together those that their added
 *     risks expect; NaN where that was not asked
 * @param ahead whether the epoch has not ended yet, and the margins are those of the epoch before
 */
public record PairCount(
        Cell cell,
        long epoch,
        TwoByTwo cumulative,
        TwoByTwo fiveYears,
        TwoByTwo twelveMonths,
        TwoByTwo ninetyDays,
        TwoByTwo decayed,
        PairCourse course,
        double adjusted,
        boolean ahead) {

    /** Returns the reports that are expected where nothing stands out. */
    double expected() {
        return isTogether() ? adjusted : cumulative.expected();
    }

    /** Returns whether it is about two products together. */
    boolean isTogether() {
        return Populations.isTogether(cell.population());
    }

    static PairCount of(Cell cell, long epoch, PairTables tables, double adjusted, boolean ahead) {
        return new PairCount(
                cell,
                epoch,
                tables.in(CountWindow.CUMULATIVE),
                tables.in(CountWindow.FIVE_YEARS),
                tables.in(CountWindow.TWELVE_MONTHS),
                tables.in(CountWindow.NINETY_DAYS),
                tables.decayed(),
                tables.course(),
                adjusted,
                ahead);
    }
}
