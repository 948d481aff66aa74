package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CellSeries;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
import io.zhiwei.models.measure.disproportionality.counting.PairTables;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import java.time.LocalDate;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.jspecify.annotations.Nullable;

/**
 * The margins as they are at the end of an epoch.
 *
 * @param margins all that may still be looked at
 * @param epoch end of the epoch, milliseconds
 */
record KnownMargins(ReadOnlyBroadcastState<String, Margins> margins, long epoch) {

    /** Below it an adjusted expectation is mostly noise. */
    private static final int LEAST_OF_ADJUSTED = 3;

    /** Returns a margin; null where nothing was counted there yet. */
    private @Nullable CountSeries find(Cell cell) throws Exception {
        Margins known = margins.get(cell.key());
        Margin margin = known == null ? null : Versions.at(known.versions(), Margin::epoch, epoch);
        return margin == null ? null : margin.series();
    }

    /** Returns a margin that must be known, because a pair of it is counted. */
    CountSeries get(Cell cell) throws Exception {
        CountSeries found = find(cell);
        if (found == null) {
            throw new IllegalStateException("A pair is counted, but its margin " + cell
                    + " is not: the job was restored from a checkpoint of another graph");
        }
        return found;
    }

    /** Returns the tables of a pair as of a day. */
    PairTables tables(Cell pair, CellSeries counted, LocalDate asOf) throws Exception {
        String population = pair.population();
        return PairTables.of(
                counted,
                get(Cell.ofProduct(population, pair.product())),
                get(Cell.ofEvent(population, pair.event())),
                get(Cell.all(population)),
                asOf);
    }

    /**
     * Returns the tables of a pair if some more reports came.
     *
     * @param counted the pair's counts, those reports included
     */
    PairTables tables(Cell pair, CellSeries counted, Step more, LocalDate asOf) throws Exception {
        String population = pair.population();
        return PairTables.of(
                counted,
                with(Cell.ofProduct(population, pair.product()), more, asOf),
                with(Cell.ofEvent(population, pair.event()), more, asOf),
                with(Cell.all(population), more, asOf),
                asOf);
    }

    private CountSeries with(Cell cell, Step more, LocalDate asOf) throws Exception {
        CountSeries found = find(cell);
        return (found == null ? CountSeries.EMPTY : found).plus(asOf, more.reports(), asOf);
    }

    /** Returns the reports with both that independence within each stratum expects; NaN where the pair has too few. */
    double adjusted(Cell pair, CellSeries counted) throws Exception {
        if (counted.reports().total() < LEAST_OF_ADJUSTED) {
            return Double.NaN;
        }
        double sum = 0;
        for (String stratum : Strata.of(pair.population())) {
            CountSeries all = find(Cell.all(stratum));
            CountSeries product = all == null ? null : find(Cell.ofProduct(stratum, pair.product()));
            CountSeries event = product == null ? null : find(Cell.ofEvent(stratum, pair.event()));
            if (all != null && product != null && event != null && all.total() > 0) {
                sum += (double) product.total() * event.total() / all.total();
            }
        }
        return sum;
    }
}
