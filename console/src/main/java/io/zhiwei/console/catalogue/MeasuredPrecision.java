package io.zhiwei.console.catalogue;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertIndex.ModelCounts;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.models.trial.Proportion;
import java.util.List;
import java.util.Map;

/**
 * How often alerts were right, of those that people judged: confirmed among confirmed and rejected, by model and by the
 * indicators that share in an alert.
 */
public final class MeasuredPrecision {

    private static final ModelCounts NONE = new ModelCounts("", 0, Map.of());

    private final List<ModelCounts> confirmed;
    private final List<ModelCounts> rejected;

    private MeasuredPrecision(List<ModelCounts> confirmed, List<ModelCounts> rejected) {
        this.confirmed = confirmed;
        this.rejected = rejected;
    }

    /** Counts the alerts that a person may know of. */
    public static MeasuredPrecision of(Judgements judgements, AlertIndex index, Scope scope) {
        return new MeasuredPrecision(
                index.counts(scope, judgements.confirmed()), index.counts(scope, judgements.rejected()));
    }

    /** Returns the precision of a model. */
    public Proportion of(String modelId) {
        return proportion(in(confirmed, modelId).alerts(), in(rejected, modelId).alerts());
    }

    /** Returns the precision of the alerts that an indicator shares in. */
    public Proportion of(String modelId, String indicator) {
        return proportion(
                in(confirmed, modelId).indicators().getOrDefault(indicator, 0L),
                in(rejected, modelId).indicators().getOrDefault(indicator, 0L));
    }

    private static ModelCounts in(List<ModelCounts> counts, String modelId) {
        return counts.stream()
                .filter(one -> one.modelId().equals(modelId))
                .findFirst()
                .orElse(NONE);
    }

    private static Proportion proportion(long right, long wrong) {
        return new Proportion(right, right + wrong);
    }
}
