package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.version.ModelVersions;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the models and the table of regions lie. The paths travel with the job; every machine that runs it must have
 * the files there.
 *
 * @param modelsFolder the model library
 * @param regionsFile the table of regions
 */
public record Definitions(String modelsFolder, String regionsFile) implements Serializable {

    /** Reads the models. */
    public List<Model> models() {
        return ModelLibrary.load(Path.of(modelsFolder)).models();
    }

    /** Returns the versions of the library and those that came after it; refused ones are left out. */
    ModelVersions versions(ModelLoader loader) {
        ModelVersions versions = new ModelVersions(Path.of(modelsFolder), regions());
        loader.load(versions::follow);
        return versions;
    }

    /** Returns whether some model looks registry records up for the events of a topic. */
    boolean lookUpOn(String topic) {
        return models().stream()
                .flatMap(model -> model.on(topic).stream())
                .anyMatch(rule -> !rule.lookups().isEmpty());
    }

    /**
     * Returns how late an event of a topic may be. What a model also reads, to join it, may come as late as it is looked for: the
     * prescription of last month is uploaded when the drug is sold.
     *
     * @param ofAll how late an event of any topic may be
     */
    Duration lateBound(String topic, Duration ofAll) {
        return models().stream()
                .filter(model -> !model.stream().equals(topic))
                .flatMap(model -> model.indicators().stream())
                .filter(Indicator::active)
                .flatMap(indicator -> Optional.ofNullable(indicator.keyed()).stream())
                .flatMap(rule -> rule.feeds().stream())
                .filter(feed -> feed.joins() && feed.stream().equals(topic))
                .map(Feed::keep)
                .reduce(ofAll, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Reads the regions. */
    public Regions regions() {
        return Regions.load(Path.of(regionsFile));
    }
}
