package io.zhiwei.models.measure.disproportionality.ranking;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.gps.GeometricMeans;
import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The measures that depend on the observed and the expected count alone. Among many pairs few such counts are different,
 * since most pairs are of rare products and rare events; what was computed for one holds for its likes.
 */
final class ShrunkenMeasures {

    /** Bounds the memory: beyond it only what is known already is looked up. */
    private static final int MOST_KEPT = 100_000;

    private final @Nullable GeometricMeans means;
    private final Map<Counts, Both> known = new ConcurrentHashMap<>();

    /**
     * Measures under a prior.
     *
     * @param prior null where none fits
     */
    ShrunkenMeasures(@Nullable MixturePrior prior) {
        this.means = prior == null ? null : new GeometricMeans(prior);
    }

    private record Counts(int observed, double expected) {}

    /**
     * Both measures.
     *
     * @param information information component
     * @param geometricMean empirical Bayes geometric mean; undefined without a prior
     */
    record Both(Estimate information, Estimate geometricMean) {}

    Both of(int observed, double expected) {
        Counts counts = new Counts(observed, expected);
        Both both = known.get(counts);
        if (both == null) {
            both = compute(observed, expected);
            if (known.size() < MOST_KEPT) {
                known.put(counts, both);
            }
        }
        return both;
    }

    private Both compute(int observed, double expected) {
        return new Both(
                InformationComponent.of(observed, expected),
                means == null ? Estimate.UNDEFINED : means.of(observed, expected));
    }
}
