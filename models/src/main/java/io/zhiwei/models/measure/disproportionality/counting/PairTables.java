package io.zhiwei.models.measure.disproportionality.counting;

import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * A pair's 2×2 tables at the end of an epoch, all four margins as of the same day.
 *
 * @param counted whole counts by window
 * @param decayed counts in which older reports weigh less
 * @param course how the pair changes
 */
public record PairTables(Map<CountWindow, TwoByTwo> counted, TwoByTwo decayed, PairCourse course) {

    /**
     * Returns the tables of a pair.
     *
     * @param pair reports with product and event
     * @param product reports with the product
     * @param event reports with the event
     * @param all all reports of the population
     * @param asOf last day that is counted
     */
    public static PairTables of(
            CellSeries pair, CountSeries product, CountSeries event, CountSeries all, LocalDate asOf) {
        Map<CountWindow, TwoByTwo> counted = new EnumMap<>(CountWindow.class);
        for (CountWindow window : CountWindow.values()) {
            counted.put(
                    window,
                    TwoByTwo.ofMargins(
                            pair.reports().in(window, asOf),
                            product.in(window, asOf),
                            event.in(window, asOf),
                            all.in(window, asOf)));
        }
        return new PairTables(
                counted, decayed(pair.reports(), product, event, all, asOf), PairCourse.of(pair, product, asOf));
    }

    /** Rounding of sums that were taken back must not make a cell negative. */
    private static TwoByTwo decayed(
            CountSeries pair, CountSeries product, CountSeries event, CountSeries all, LocalDate asOf) {
        double a = Math.max(0, pair.decayed(asOf));
        double b = Math.max(0, product.decayed(asOf) - a);
        double c = Math.max(0, event.decayed(asOf) - a);
        return new TwoByTwo(a, b, c, Math.max(0, all.decayed(asOf) - a - b - c));
    }

    /** Returns the table of a window. */
    public TwoByTwo in(CountWindow window) {
        TwoByTwo table = counted.get(window);
        if (table == null) {
            throw new IllegalArgumentException("The tables lack the window " + window);
        }
        return table;
    }
}
