package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.KeyedIndicator;
import io.zhiwei.models.keyed.KeyedIndicators;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Receives events and registry records at the entities that they touch, where the keyed indicators judge them; hands on what
 * an entity has to say about a subject whenever that changes. Of the broadcast registry only the markers matter: what is
 * missing from then on is absent, and entities that miss something are judged again. A visit that comes before the version
 * that judges it makes the updates be read again: whoever sent it has seen them.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitEntities extends KeyedBroadcastProcessFunction<String, Visit, Reference, Findings> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final RegistryLoader loader;
    private final ModelLoader modelLoader;
    private final Duration lateBound;

    private transient ModelVersions versions;
    private transient KeyedIndicators indicators;
    private transient Set<String> looked;
    private transient FlinkEntityState state;
    private transient Counter visits;
    private transient Counter told;

    VisitEntities(Definitions definitions, RegistryLoader loader, ModelLoader modelLoader, Duration lateBound) {
        this.definitions = definitions;
        this.loader = loader;
        this.modelLoader = modelLoader;
        this.lateBound = lateBound;
    }

    @Override
    public void open(OpenContext context) {
        versions = definitions.versions(modelLoader);
        looked = new HashSet<>();
        indicators = new KeyedIndicators(versions.running(), definitions.regions(), lateBound);
        loader.load(this::isNewlyComplete);
        state = new FlinkEntityState(getRuntimeContext());
        visits = getRuntimeContext().getMetricGroup().counter(Counters.VISITS);
        told = getRuntimeContext().getMetricGroup().counter(Counters.VISIT_FINDINGS);
    }

    private boolean isNewlyComplete(RegistryRecord record) {
        return record.getSnapshotComplete() && indicators.complete(record.getKind());
    }

    @Override
    public void processElement(Visit visit, ReadOnlyContext context, Collector<Findings> out) {
        visits.inc();
        lookFor(visit);
        KeyedIndicator indicator = indicators.of(visit);
        if (indicator != null) {
            state.use(context.timerService());
            indicator.receive(visit, state, findings -> tell(findings, out));
        }
    }

    @Override
    public void processBroadcastElement(Reference reference, Context context, Collector<Findings> out)
            throws Exception {
        if (reference.message() instanceof ModelUpdate update) {
            follow(update);
        } else if (reference.message() instanceof RegistryRecord record && isNewlyComplete(record)) {
            long watermark = context.currentWatermark();
            context.applyToKeyedState(
                    FlinkEntityState.PANES, (place, panes) -> reconsider(place, record.getKind(), watermark, out));
        }
    }

    private void follow(ModelUpdate update) {
        if (versions.follow(update)) {
            indicators.use(versions.running());
        }
    }

    /** Once for each version: one that was retired meanwhile does not come back. */
    private void lookFor(Visit visit) {
        if (!indicators.knows(visit.modelId(), visit.modelVersion())
                && looked.add(visit.modelId() + " " + visit.modelVersion())) {
            modelLoader.load(this::follow);
        }
    }

    private void reconsider(String place, String kind, long watermark, Collector<Findings> out) {
        KeyedIndicator indicator = indicators.at(place);
        if (indicator != null && indicator.joins(kind)) {
            state.use(watermark);
            indicator.reconsider(KeyedIndicators.entity(place), state, findings -> tell(findings, out));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Findings> out) {
        String place = context.getCurrentKey();
        KeyedIndicator indicator = indicators.at(place);
        if (indicator == null) {
            // Restored from a release whose model had this indicator.
            state.clear();
            return;
        }
        state.use(context.timerService());
        indicator.wake(KeyedIndicators.entity(place), timestamp, state, findings -> tell(findings, out));
    }

    private void tell(Findings findings, Collector<Findings> out) {
        told.inc();
        out.collect(findings);
    }
}
