package io.zhiwei.models.measure.disproportionality.ranking;

import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reports counted by product, event and pair. A report counts once for each product, event and pair that it names, however
 * often it names them. The order in which reports were read does not matter.
 */
public final class ReportCounts {

    private final List<String> products;
    private final List<String> events;
    private final int reports;
    private final int[] productOf;
    private final int[] eventOf;
    private final int[] counts;
    private final int[][] byProduct;
    private final int[][] byEvent;
    private final int[] byStratum;

    /**
     * Takes counts.
     *
     * @param products names of the products
     * @param events names of the events
     * @param triples distinct triples of product, event and report, packed by {@link Triple} and ascending
     * @param productNamings distinct pairs of product and report, packed likewise with event 0
     * @param eventNamings distinct pairs of event and report, packed likewise as if the event were the product
     * @param strata stratum of each report
     */
    ReportCounts(
            List<String> products,
            List<String> events,
            long[] triples,
            long[] productNamings,
            long[] eventNamings,
            int[] strata) {
        this.products = products;
        this.events = events;
        this.reports = strata.length;
        int stratumCount = Arrays.stream(strata).max().orElse(0) + 1;
        this.byStratum = new int[stratumCount];
        for (int stratum : strata) {
            byStratum[stratum]++;
        }
        int pairs = 0;
        for (int i = 0; i < triples.length; i++) {
            pairs += i == 0 || Triple.pair(triples[i]) != Triple.pair(triples[i - 1]) ? 1 : 0;
        }
        this.productOf = new int[pairs];
        this.eventOf = new int[pairs];
        this.counts = new int[pairs];
        int pair = -1;
        for (int i = 0; i < triples.length; i++) {
            if (i == 0 || Triple.pair(triples[i]) != Triple.pair(triples[i - 1])) {
                pair++;
                productOf[pair] = Triple.product(triples[i]);
                eventOf[pair] = Triple.event(triples[i]);
            }
            counts[pair]++;
        }
        this.byProduct = margins(products.size(), productNamings, strata, stratumCount);
        this.byEvent = margins(events.size(), eventNamings, strata, stratumCount);
    }

    /** Counts the distinct reports of each name, by stratum. */
    private static int[][] margins(int names, long[] namings, int[] strata, int stratumCount) {
        int[][] margins = new int[names][stratumCount];
        for (long naming : namings) {
            margins[Triple.product(naming)][strata[Triple.report(naming)]]++;
        }
        return margins;
    }

    /** Returns the number of reports. */
    public int reports() {
        return reports;
    }

    /** Returns the number of products. */
    public int products() {
        return products.size();
    }

    /** Returns the number of events. */
    public int events() {
        return events.size();
    }

    /** Returns the number of pairs with at least one report. */
    public int pairs() {
        return counts.length;
    }

    /** Returns the product of a pair. */
    public String product(int pair) {
        return products.get(productOf[pair]);
    }

    /** Returns the event of a pair. */
    public String event(int pair) {
        return events.get(eventOf[pair]);
    }

    /** Returns the reports with both. */
    public int observed(int pair) {
        return counts[pair];
    }

    /** Returns the reports with both that independence within each stratum expects: the sum of nᵢ·nⱼ/N over the strata. */
    public double expected(int pair) {
        int[] product = byProduct[productOf[pair]];
        int[] event = byEvent[eventOf[pair]];
        double sum = 0;
        for (int stratum = 0; stratum < byStratum.length; stratum++) {
            if (byStratum[stratum] > 0) {
                sum += (double) product[stratum] * event[stratum] / byStratum[stratum];
            }
        }
        return sum;
    }

    /** Returns the table of a pair over all strata together. */
    public TwoByTwo table(int pair) {
        return TwoByTwo.ofMargins(
                counts[pair],
                IntStream.of(byProduct[productOf[pair]]).sum(),
                IntStream.of(byEvent[eventOf[pair]]).sum(),
                reports);
    }
}
