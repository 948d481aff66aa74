package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.KeyedIndicator;
import io.zhiwei.models.keyed.KeyedIndicators;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Receives events and registry records at the entities that they touch, where the keyed indicators judge them; hands on what
 * an entity has to say about a subject whenever that changes. Of the broadcast registry only the markers matter: what is
 * missing from then on is absent, and entities that miss something are judged again.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitEntities extends KeyedBroadcastProcessFunction<String, Visit, RegistryRecord, Findings> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final RegistryLoader loader;
    private final Duration lateBound;

    private transient KeyedIndicators indicators;
    private transient FlinkEntityState state;
    private transient Counter visits;
    private transient Counter told;

    VisitEntities(Definitions definitions, RegistryLoader loader, Duration lateBound) {
        this.definitions = definitions;
        this.loader = loader;
        this.lateBound = lateBound;
    }

    @Override
    public void open(OpenContext context) {
        indicators = new KeyedIndicators(definitions.models(), definitions.regions(), lateBound);
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
        KeyedIndicator indicator = indicators.of(visit);
        if (indicator != null) {
            state.use(context.timerService());
            indicator.receive(visit, state, findings -> tell(findings, out));
        }
    }

    @Override
    public void processBroadcastElement(RegistryRecord record, Context context, Collector<Findings> out)
            throws Exception {
        if (isNewlyComplete(record)) {
            state.use(context.currentWatermark());
            context.applyToKeyedState(
                    FlinkEntityState.PANES, (place, panes) -> reconsider(place, record.getKind(), out));
        }
    }

    private void reconsider(String place, String kind, Collector<Findings> out) {
        KeyedIndicator indicator = indicators.at(place);
        if (indicator != null && indicator.joins(kind)) {
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
        indicator.wake(KeyedIndicators.entity(place), state, findings -> tell(findings, out));
    }

    private void tell(Findings findings, Collector<Findings> out) {
        told.inc();
        out.collect(findings);
    }
}
