package io.zhiwei.models.measure.disproportionality.ranking;

import io.zhiwei.models.measure.disproportionality.ChiSquare;
import io.zhiwei.models.measure.disproportionality.ReportingRatios;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.gps.Likelihood;
import io.zhiwei.models.measure.disproportionality.gps.PriorFit;
import io.zhiwei.models.measure.disproportionality.gps.SquashedCounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The measures of every pair that was reported, most striking first: by EB05, then by the lower bound of the information
 * component, then by name.
 *
 * @param pairs the pairs in their order
 * @param fit the prior of the geometric means, fitted to these counts; null where none fits
 */
public record SignalTable(List<PairSignal> pairs, @Nullable PriorFit fit) {

    private static final Comparator<PairSignal> STRIKING = Comparator.comparingDouble(
                    (PairSignal pair) -> -orNothing(pair.geometricMean().low()))
            .thenComparingDouble(pair -> -pair.information().low())
            .thenComparing(PairSignal::product)
            .thenComparing(PairSignal::event);

    /** Computes all measures; the prior is fitted to the pairs that were reported at least once. */
    public static SignalTable of(ReportCounts counts) {
        Optional<PriorFit> fit = counts.pairs() == 0
                ? Optional.empty()
                : PriorFit.of(new Likelihood(
                        SquashedCounts.of(
                                IntStream.range(0, counts.pairs())
                                        .mapToDouble(counts::observed)
                                        .toArray(),
                                IntStream.range(0, counts.pairs())
                                        .mapToDouble(counts::expected)
                                        .toArray()),
                        1));
        ShrunkenMeasures shrunken =
                new ShrunkenMeasures(fit.map(PriorFit::prior).orElse(null));
        List<PairSignal> pairs = IntStream.range(0, counts.pairs())
                .parallel()
                .mapToObj(pair -> signal(counts, pair, shrunken))
                .sorted(STRIKING)
                .toList();
        return new SignalTable(pairs, fit.orElse(null));
    }

    private static PairSignal signal(ReportCounts counts, int pair, ShrunkenMeasures shrunken) {
        int observed = counts.observed(pair);
        double expected = counts.expected(pair);
        TwoByTwo table = counts.table(pair);
        ShrunkenMeasures.Both both = shrunken.of(observed, expected);
        return new PairSignal(
                counts.product(pair),
                counts.event(pair),
                observed,
                expected,
                ReportingRatios.relative(observed, expected),
                ReportingRatios.proportional(table),
                ReportingRatios.odds(table),
                ChiSquare.pearson(table),
                both.information(),
                both.geometricMean());
    }

    private static double orNothing(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
