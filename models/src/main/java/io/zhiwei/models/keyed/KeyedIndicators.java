package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keyed indicators of some models, by version and by where their visits go. Not thread-safe.
 *
 * <p>Versions of a model share what an entity keeps as long as they read the same from events; each visit is judged by the
 * version that judged its event.
 */
public final class KeyedIndicators {

    private final Regions regions;
    private final Duration lateBound;
    private final Map<String, TreeMap<Integer, Map<String, KeyedIndicator>>> versions = new HashMap<>();
    private final Set<String> complete = new HashSet<>();
    private final ToldFindings toldFindings = new ToldFindings();

    /**
     * Compiles the active keyed indicators of models.
     *
     * @param lateBound how much longer than its feeds say an event is kept
     * @throws DefinitionException with everything that does not fit
     */
    public KeyedIndicators(List<Model> models, Regions regions, Duration lateBound) {
        this.regions = regions;
        this.lateBound = lateBound;
        use(models);
    }

    /**
     * Uses these versions from now on: compiles those that are new, and forgets those that are not among them.
     *
     * @throws DefinitionException with everything that does not fit
     */
    public void use(List<Model> models) {
        versions.forEach((id, known) -> known.keySet().removeIf(version -> !isAmong(models, id, version)));
        for (Model model : models) {
            versions.computeIfAbsent(model.id(), id -> new TreeMap<>())
                    .computeIfAbsent(model.version(), version -> compiled(model));
        }
        versions.values().removeIf(Map::isEmpty);
    }

    private static boolean isAmong(List<Model> models, String id, int version) {
        return models.stream().anyMatch(model -> model.id().equals(id) && model.version() == version);
    }

    private Map<String, KeyedIndicator> compiled(Model model) {
        Map<String, KeyedIndicator> indicators = new HashMap<>();
        Problems problems = new Problems(model.id() + "/model.yaml");
        Assessor assessor = Assessor.of(model, regions);
        for (Indicator indicator : model.indicators()) {
            if (indicator.active() && indicator.keyed() != null) {
                KeyedIndicator keyed = new KeyedIndicator(
                        model,
                        indicator,
                        new Judgement(model, indicator, complete, problems),
                        toldFindings,
                        assessor::episodeStart,
                        model.episode().toMillis(),
                        lateBound.toMillis());
                indicators.put(keyed.keeps(), keyed);
            }
        }
        problems.throwIfAny();
        return indicators;
    }

    /**
     * Notes that all records of a kind are known: from now on a missing one means something.
     *
     * @return whether that is new, and entities whose events miss one must be judged again
     */
    public boolean complete(String kind) {
        return complete.add(kind);
    }

    /** Forgets which kinds are complete. */
    public void forgetComplete() {
        complete.clear();
    }

    /** Returns whether a version of a model is among those that are used; 0 stands for any. */
    public boolean knows(String modelId, int version) {
        TreeMap<Integer, Map<String, KeyedIndicator>> known = versions.get(modelId);
        return known != null && (version == 0 || known.containsKey(version));
    }

    /** Returns the indicator of a visit in the version that judges it; null where no model has it any more. */
    public @Nullable KeyedIndicator of(Visit visit) {
        TreeMap<Integer, Map<String, KeyedIndicator>> known = versions.get(visit.modelId());
        Map<String, KeyedIndicator> own = known == null ? null : known.get(visit.modelVersion());
        KeyedIndicator indicator = own == null ? null : own.get(visit.indicator());
        return indicator == null ? newest(known, visit.indicator()) : indicator;
    }

    /**
     * Returns the newest indicator of a place, as {@link Visit#place} gives it; null where no model has it any more.
     */
    public @Nullable KeyedIndicator at(String place) {
        int first = place.indexOf('|');
        return newest(
                versions.get(place.substring(0, first)), place.substring(first + 1, place.indexOf('|', first + 1)));
    }

    private static @Nullable KeyedIndicator newest(
            @Nullable TreeMap<Integer, Map<String, KeyedIndicator>> known, String keeps) {
        if (known != null) {
            for (Map<String, KeyedIndicator> indicators : known.descendingMap().values()) {
                KeyedIndicator indicator = indicators.get(keeps);
                if (indicator != null) {
                    return indicator;
                }
            }
        }
        return null;
    }

    /** Returns the entity of a place. */
    public static String entity(String place) {
        return place.substring(place.indexOf('|', place.indexOf('|') + 1) + 1);
    }
}
