package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The assessors of all versions. One of which nothing is known yet makes the updates be read again, once: whoever judged by it
 * has seen them. Not thread-safe.
 */
final class Assessors {

    private final Definitions definitions;
    private final ModelLoader loader;
    private final Regions regions;
    private final Map<String, TreeMap<Integer, Assessor>> assessors = new HashMap<>();
    private final Set<String> looked = new HashSet<>();

    Assessors(Definitions definitions, ModelLoader loader) {
        this.definitions = definitions;
        this.loader = loader;
        this.regions = definitions.regions();
        read();
    }

    private void read() {
        for (Model model : definitions.versions(loader).all()) {
            assessors
                    .computeIfAbsent(model.id(), id -> new TreeMap<>())
                    .computeIfAbsent(model.version(), version -> Assessor.of(model, regions));
        }
    }

    /**
     * Returns the assessor of a version; of the newest where that one is not known any more, null where the model is not known
     * any more.
     */
    @Nullable
    Assessor of(String modelId, int version) {
        Assessor assessor = known(modelId, version);
        if (assessor == null && looked.add(modelId + " " + version)) {
            read();
            assessor = known(modelId, version);
        }
        return assessor == null ? newest(modelId) : assessor;
    }

    private @Nullable Assessor known(String modelId, int version) {
        TreeMap<Integer, Assessor> versions = assessors.get(modelId);
        return versions == null ? null : versions.get(version);
    }

    private @Nullable Assessor newest(String modelId) {
        TreeMap<Integer, Assessor> versions = assessors.get(modelId);
        return versions == null ? null : versions.lastEntry().getValue();
    }
}
