package io.zhiwei.deploy.standalone;

import io.zhiwei.models.trial.Proportion;
import java.util.Locale;
import java.util.Map;

/**
 * How right the alerts of a variant are.
 *
 * @param precision share of its alerts that are right, 0 to 1; NaN where nobody knows
 * @param recall share of what there was that it found, 0 to 1; NaN where nobody knows
 * @param missed what it did not find, by kind
 * @param wrong indicators of alerts that are not right, by number
 */
record Score(double precision, double recall, Map<String, Integer> missed, Map<String, Integer> wrong) {

    static Score of(TrialScore score) {
        return new Score(score.precision(), score.recall(), score.missed(), score.wrong());
    }

    static Score of(Proportion precision, Proportion recall) {
        return new Score(share(precision), share(recall), Map.of(), Map.of());
    }

    private static double share(Proportion proportion) {
        return proportion.isUnknown() ? Double.NaN : proportion.share();
    }

    static String text(double share) {
        return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.3f", share);
    }

    static String json(double share) {
        return Double.isNaN(share) ? "null" : String.format(Locale.ROOT, "%.4f", share);
    }
}
