package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.EventType;
import io.zhiwei.jobs.stream.KeyType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.ReferenceType;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of the warning job: read, decode, screen, visit, assess, apply what people decided, deliver. Every operator has a fixed uid, by which
 * a checkpoint finds it again.
 */
public final class WarningPipeline {

    /** Flink asks for it; what is broadcast lives in the operators and is loaded again after a restore. */
    private static final MapStateDescriptor<String, String> REFERENCES =
            new MapStateDescriptor<>("references", Types.STRING, Types.STRING);

    private static final Duration REFERENCE_IDLENESS = Duration.ofSeconds(1);

    private final Definitions definitions;
    private final ReferenceInput reference;
    private final Screeners.Factory screeners;
    private final Timing timing;

    /** Makes the pipeline of the models that lie there, and of what comes after. */
    public WarningPipeline(Definitions definitions, ReferenceInput reference, Timing timing) {
        this(definitions, reference, Screeners.Factory.from(definitions, reference.modelLoader()), timing);
    }

    WarningPipeline(Definitions definitions, ReferenceInput reference, Screeners.Factory screeners, Timing timing) {
        this.definitions = definitions;
        this.reference = reference;
        this.screeners = screeners;
        this.timing = timing;
    }

    /**
     * Adds the graph to an environment.
     *
     * @param dispositions all decisions about alerts, from the beginning
     */
    public void build(
            StreamExecutionEnvironment env,
            List<EventInput> inputs,
            Source<StreamRecord, ?, ?> dispositions,
            Outlets outlets) {
        SingleOutputStreamOperator<Reference> models = models(env);
        SingleOutputStreamOperator<Reference> records = records(env);
        DataStream<Reference> references = records.union(models);
        List<Screened> screened = inputs.stream()
                .map(input -> screen(env, input, models, references))
                .toList();

        DataStream<Visit> recordVisits = references
                .process(
                        new VisitWithRecords(definitions, reference.modelLoader(), reference.registryLoader()),
                        EntityType.VISIT)
                .uid("visit-with-records")
                .name("Visit with records")
                .setParallelism(1);

        DataStream<Findings> visited = union(
                        screened.stream().map(Screened::visits).toList())
                .union(recordVisits)
                .keyBy(Visit::place, KeyType.INSTANCE)
                .connect(references.broadcast(REFERENCES))
                .process(
                        new VisitEntities(
                                definitions, reference.registryLoader(), reference.modelLoader(), timing.lateBound()),
                        BlockType.of(Findings.class))
                .uid("visit-entities")
                .name("Visit entities");

        SingleOutputStreamOperator<Alert> assessed = union(
                        screened.stream().map(Screened::findings).toList())
                .union(visited)
                .keyBy(AssessFindings::subject)
                .process(
                        new AssessFindings(definitions, reference.modelLoader(), timing.lateBound(), timing.coalesce()),
                        MessageType.ALERT)
                .uid("assess-findings")
                .name("Assess findings");

        SingleOutputStreamOperator<Disposition> decisions = decisions(env, dispositions);
        DataStream<Alert> alerts = assessed.keyBy(Alert::getAlertId)
                .connect(decisions.keyBy(Disposition::getAlertId))
                .process(new ApplyDispositions(timing.keepAlerts()), MessageType.ALERT)
                .uid("apply-dispositions")
                .name("Apply dispositions");

        DataStream<DeadLetter> refused = union(
                        screened.stream().map(Screened::refused).toList())
                .union(
                        records.getSideOutput(SideOutputs.DEAD_LETTERS),
                        models.getSideOutput(SideOutputs.DEAD_LETTERS),
                        assessed.getSideOutput(SideOutputs.DEAD_LETTERS),
                        decisions.getSideOutput(SideOutputs.DEAD_LETTERS));

        deliver("alerts", alerts, outlets.alerts());
        deliver("shadow-alerts", assessed.getSideOutput(SideOutputs.SHADOW_ALERTS), outlets.shadowAlerts());
        deliver("model-replies", models.getSideOutput(SideOutputs.MODEL_REPLIES), outlets.modelReplies());
        deliver("dead-letters", refused, outlets.deadLetters());
    }

    private SingleOutputStreamOperator<Reference> records(StreamExecutionEnvironment env) {
        return read(env, "registry", reference.registry())
                .process(
                        new DecodeMessages<>(RegistryRecord.class, record -> Reference.of(record)),
                        ReferenceType.INSTANCE)
                .uid("decode-registry")
                .name("Decode registry");
    }

    private static SingleOutputStreamOperator<Disposition> decisions(
            StreamExecutionEnvironment env, Source<StreamRecord, ?, ?> source) {
        return read(env, "dispositions", source)
                .process(new DecodeMessages<>(Disposition.class, decision -> decision), MessageType.DISPOSITION)
                .uid("decode-dispositions")
                .name("Decode dispositions");
    }

    private SingleOutputStreamOperator<Reference> models(StreamExecutionEnvironment env) {
        return read(env, "models", reference.models())
                .process(new CheckModels(definitions, reference.modelLoader()), ReferenceType.INSTANCE)
                .uid("check-models")
                .name("Check models")
                .setParallelism(1);
    }

    /** Reference data and decisions carry no event time: what was recorded long ago must not hold the clock back, nor carry it on. */
    private static DataStream<StreamRecord> read(
            StreamExecutionEnvironment env, String what, Source<StreamRecord, ?, ?> source) {
        return env.fromSource(
                        source,
                        WatermarkStrategy.<StreamRecord>noWatermarks().withIdleness(REFERENCE_IDLENESS),
                        "Read " + what,
                        TypeInformation.of(StreamRecord.class))
                .uid("read-" + what);
    }

    private Screened screen(
            StreamExecutionEnvironment env,
            EventInput input,
            DataStream<Reference> models,
            DataStream<Reference> references) {
        String topic = input.stream().topic();
        SingleOutputStreamOperator<Event> events = env.fromSource(
                        input.source(),
                        timing.watermarks().of(input.stream()),
                        "Read " + topic,
                        TypeInformation.of(StreamRecord.class))
                .uid("read-" + topic)
                .process(
                        new DecodeEvents(input.stream(), definitions.lateBound(topic, timing.lateBound())),
                        EventType.INSTANCE)
                .uid("decode-" + topic)
                .name("Decode " + topic);
        SingleOutputStreamOperator<Findings> findings = screen(events, input.stream(), models, references)
                .uid("screen-" + topic)
                .name("Screen " + topic);
        return new Screened(
                findings,
                findings.getSideOutput(SideOutputs.VISITS),
                events.getSideOutput(SideOutputs.DEAD_LETTERS).union(findings.getSideOutput(SideOutputs.DEAD_LETTERS)));
    }

    /** Only where records are looked up does a stream pay for the registry. */
    private SingleOutputStreamOperator<Findings> screen(
            DataStream<Event> events,
            EventStream stream,
            DataStream<Reference> models,
            DataStream<Reference> references) {
        boolean looksUp = definitions.lookUpOn(stream.topic());
        RegistryLoader loader = looksUp ? reference.registryLoader() : RegistryLoader.none();
        return events.connect((looksUp ? references : models).broadcast(REFERENCES))
                .process(
                        new ScreenEvents(stream, screeners, loader, reference.recentEvents()),
                        BlockType.of(Findings.class));
    }

    private static <T> void deliver(String what, DataStream<T> results, Map<String, Sink<T>> sinks) {
        sinks.forEach((place, sink) ->
                results.sinkTo(sink).uid("deliver-" + what + "-to-" + place).name("Deliver " + what + " to " + place));
    }

    private static <T> DataStream<T> union(List<DataStream<T>> streams) {
        return streams.stream()
                .reduce(DataStream::union)
                .orElseThrow(() -> new IllegalArgumentException("The warning job needs at least one event stream"));
    }

    /** What the screening of one stream hands on. */
    private record Screened(DataStream<Findings> findings, DataStream<Visit> visits, DataStream<DeadLetter> refused) {}
}
