package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.screening.RegistryScreener;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Takes registry records to the entities whose events are compared with them; all there are, once a version of a model begins
 * to keep something that no version before it kept. Runs once: records and updates must meet.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitWithRecords extends ProcessFunction<Reference, Visit> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final ModelLoader modelLoader;
    private final RegistryLoader registryLoader;

    private transient ModelVersions versions;
    private transient List<RegistryScreener> screeners;
    private transient Set<String> served;

    VisitWithRecords(Definitions definitions, ModelLoader modelLoader, RegistryLoader registryLoader) {
        this.definitions = definitions;
        this.modelLoader = modelLoader;
        this.registryLoader = registryLoader;
    }

    @Override
    public void open(OpenContext context) {
        versions = definitions.versions(modelLoader);
        served = new HashSet<>();
        screeners = unserved();
    }

    /** One version serves all that keep the same. */
    private List<RegistryScreener> unserved() {
        List<RegistryScreener> unserved = new ArrayList<>();
        for (Model model : versions.running()) {
            RegistryScreener screener = RegistryScreener.of(model);
            if (served.addAll(screener.places())) {
                unserved.add(screener);
            }
        }
        return unserved;
    }

    @Override
    public void processElement(Reference reference, Context context, Collector<Visit> out) {
        if (reference.message() instanceof RegistryRecord record) {
            screeners.forEach(screener -> screener.screen(record).forEach(out::collect));
        } else if (reference.message() instanceof ModelUpdate update && versions.follow(update)) {
            List<RegistryScreener> added = unserved();
            if (!added.isEmpty()) {
                registryLoader.load(record ->
                        added.forEach(screener -> screener.screen(record).forEach(out::collect)));
                screeners.addAll(added);
            }
        }
    }
}
