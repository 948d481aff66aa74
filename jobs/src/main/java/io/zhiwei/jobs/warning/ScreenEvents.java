package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.EventType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.DataGaps;
import io.zhiwei.models.screening.RecentEvents;
import io.zhiwei.models.screening.RecentEvents.Recent;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Screens the events of a stream. What the registry holds and which versions of the models there are is loaded before the first
 * event. A record that comes later, or came while the job was away, makes the look-ups of recent events be repeated.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState() and open() first.
final class ScreenEvents extends BroadcastProcessFunction<Event, Reference, Findings> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private static final ListStateDescriptor<Tuple2<Event, int[]>> RECENT = new ListStateDescriptor<>(
            "recent-events",
            new TupleTypeInfo<>(EventType.INSTANCE, PrimitiveArrayTypeInfo.INT_PRIMITIVE_ARRAY_TYPE_INFO));

    private static final ListStateDescriptor<RegistryRecord> KNOWN =
            new ListStateDescriptor<>("known-records", MessageType.REGISTRY_RECORD);

    private final String topic;
    private final Screeners.Factory factory;
    private final RegistryLoader loader;
    private final int recentEvents;

    private transient Registry registry;
    private transient RecentEvents<Event> recent;
    private transient DataGaps<Event> gaps;
    private transient List<RegistryRecord> missed;
    private transient ScreeningStage stage;
    private transient ListState<Tuple2<Event, int[]>> recentState;
    private transient ListState<RegistryRecord> knownState;

    /**
     * Prepares the screening.
     *
     * @param loader reads the registry, where some model looks records up
     * @param recentEvents events that are remembered at most, because records about them may come late
     */
    ScreenEvents(EventStream stream, Screeners.Factory factory, RegistryLoader loader, int recentEvents) {
        this.topic = stream.topic();
        this.factory = factory;
        this.loader = loader;
        this.recentEvents = recentEvents;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        registry = new Registry();
        recent = new RecentEvents<>(registry, recentEvents);
        recentState = context.getOperatorStateStore().getListState(RECENT);
        knownState = context.getOperatorStateStore().getUnionListState(KNOWN);
        for (Tuple2<Event, int[]> one : recentState.get()) {
            recent.remember(new Recent<>(one.f0, one.f0.time(), one.f1));
        }
        knownState.get().forEach(registry::add);
    }

    @Override
    public void open(OpenContext context) {
        missed = new ArrayList<>();
        gaps = new DataGaps<>();
        loader.load(this::load);
        stage = new ScreeningStage(
                factory.of(EventStream.ofTopic(topic), registry),
                getRuntimeContext().getMetricGroup());
    }

    private void load(RegistryRecord record) {
        if (recent.mayHaveAsked(Registry.placeOf(record)) && registry.isNews(record)) {
            missed.add(record);
        } else {
            registry.add(record);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        recentState.update(recent.all().stream()
                .map(one -> Tuple2.of(one.event(), one.asked()))
                .toList());
        knownState.update(registry.at(recent::mayHaveAsked));
    }

    @Override
    public void processElement(Event event, ReadOnlyContext context, Collector<Findings> out) {
        catchUp(context::output, out);
        recent.begin();
        stage.hand(stage.screen(event, context::output), context::output, out);
        if (registry.wasAsked()) {
            Event packed = event.packed();
            recent.remember(packed, event.time());
            gaps.note(registry.missing(), packed, event.time());
        }
        for (DataGaps.Gap<Event> gap : gaps.due(context.currentWatermark())) {
            context.output(SideOutputs.DEAD_LETTERS, letter(gap));
        }
    }

    private static DeadLetter letter(DataGaps.Gap<Event> gap) {
        return Refusals.ofRecord(
                gap.first().source(),
                Stage.SCREEN,
                DeadLetterReason.DATA_GAP,
                "No " + gap.place().kind() + " record of " + gap.place().key() + " came within "
                        + DataGaps.HOLD.toHours() + " hours of this event; " + gap.events()
                        + " events look for it and are judged without it. Send it to the topic "
                        + Feed.REGISTRY + ": recent events are judged again");
    }

    @Override
    public void processBroadcastElement(Reference reference, Context context, Collector<Findings> out) {
        catchUp(context::output, out);
        if (reference.message() instanceof RegistryRecord record) {
            follow(record, context::output, out);
        } else if (reference.message() instanceof ModelUpdate update) {
            stage.follow(update);
        }
    }

    private void catchUp(ScreeningStage.Side side, Collector<Findings> out) {
        missed.forEach(record -> follow(record, side, out));
        missed.clear();
    }

    private void follow(RegistryRecord record, ScreeningStage.Side side, Collector<Findings> out) {
        gaps.come(record);
        recent.record(record, stage::screenAgain, (event, change) -> stage.hand(List.of(change), side, out));
    }
}
