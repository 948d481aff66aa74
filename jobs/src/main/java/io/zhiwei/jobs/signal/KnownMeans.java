package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.gps.GeometricMeans;
import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import java.util.LinkedHashMap;
import java.util.Map;

/** Geometric means under the priors that were used last: what they keep by count is computed once for each prior. */
final class KnownMeans {

    /** Populations are a few; their priors change with a fit. */
    private static final int MOST = 16;

    private final Map<MixturePrior, GeometricMeans> known = new LinkedHashMap<>(MOST, 0.75f, true);

    GeometricMeans under(MixturePrior prior) {
        GeometricMeans means = known.computeIfAbsent(prior, GeometricMeans::new);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return means;
    }
}
