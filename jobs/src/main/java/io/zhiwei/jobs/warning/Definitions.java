package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.version.ModelVersions;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

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

    /** Reads the regions. */
    public Regions regions() {
        return Regions.load(Path.of(regionsFile));
    }
}
