package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keyed indicators of some models, by where their visits go. Not thread-safe. */
public final class KeyedIndicators {

    private final Map<String, KeyedIndicator> indicators = new HashMap<>();
    private final Set<String> complete = new HashSet<>();

    /**
     * Compiles the active keyed indicators of models.
     *
     * @param lateBound how much longer than its feeds say an event is kept
     * @throws DefinitionException with everything that does not fit
     */
    public KeyedIndicators(List<Model> models, Regions regions, Duration lateBound) {
        for (Model model : models) {
            Problems problems = new Problems(model.id() + "/model.yaml");
            Assessor assessor = Assessor.of(model, regions);
            for (Indicator indicator : model.indicators()) {
                if (indicator.active() && indicator.keyed() != null) {
                    KeyedIndicator keyed = new KeyedIndicator(
                            model.id(),
                            indicator,
                            new Judgement(model, indicator, complete, problems),
                            time -> assessor.episodeStart(Instant.ofEpochMilli(time))
                                    .toEpochMilli(),
                            model.episode().toMillis(),
                            lateBound.toMillis());
                    indicators.put(keyed.place(), keyed);
                }
            }
            problems.throwIfAny();
        }
    }

    /**
     * Notes that all records of a kind are known: from now on a missing one means something.
     *
     * @return whether that is new, and entities whose events miss one must be judged again
     */
    public boolean complete(String kind) {
        return complete.add(kind);
    }

    /** Returns the indicator of a visit; null where no model has it any more. */
    public @Nullable KeyedIndicator of(Visit visit) {
        return indicators.get(visit.modelId() + "|" + visit.indicatorId());
    }

    /** Returns the indicator of a place, as {@link Visit#place} gives it; null where no model has it any more. */
    public @Nullable KeyedIndicator at(String place) {
        int end = place.indexOf('|', place.indexOf('|') + 1);
        return indicators.get(place.substring(0, end));
    }

    /** Returns the entity of a place. */
    public static String entity(String place) {
        return place.substring(place.indexOf('|', place.indexOf('|') + 1) + 1);
    }
}
