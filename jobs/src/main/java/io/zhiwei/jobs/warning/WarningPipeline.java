package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.EventType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
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
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of the warning job: read, decode, screen, visit, assess, deliver. Every operator has a fixed uid, by which
 * a checkpoint finds it again.
 */
public final class WarningPipeline {

    /** Flink asks for it; what is broadcast lives in the operators and is loaded again after a restore. */
    private static final MapStateDescriptor<String, String> RECORDS =
            new MapStateDescriptor<>("registry", Types.STRING, Types.STRING);

    private static final Duration REGISTRY_IDLENESS = Duration.ofSeconds(1);

    private final Definitions definitions;
    private final EventScreener.Factory screeners;
    private final Timing timing;

    /** Makes the pipeline of the models that lie there. */
    public WarningPipeline(Definitions definitions, Timing timing) {
        this(definitions, EventScreener.Factory.from(definitions), timing);
    }

    WarningPipeline(Definitions definitions, EventScreener.Factory screeners, Timing timing) {
        this.definitions = definitions;
        this.screeners = screeners;
        this.timing = timing;
    }

    /** Adds the graph to an environment. */
    public void build(
            StreamExecutionEnvironment env, List<EventInput> inputs, RegistryInput registry, Outlets outlets) {
        SingleOutputStreamOperator<RegistryRecord> records = records(env, registry);
        List<Screened> screened = inputs.stream()
                .map(input -> screen(env, input, records, registry.loader()))
                .toList();

        DataStream<Visit> recordVisits = records.process(new VisitWithRecords(definitions), BlockType.of(Visit.class))
                .uid("visit-with-records")
                .name("Visit with records");

        DataStream<Findings> visited = union(
                        screened.stream().map(Screened::visits).toList())
                .union(recordVisits)
                .keyBy(Visit::place)
                .connect(records.broadcast(RECORDS))
                .process(
                        new VisitEntities(definitions, registry.loader(), timing.lateBound()),
                        BlockType.of(Findings.class))
                .uid("visit-entities")
                .name("Visit entities");

        SingleOutputStreamOperator<Alert> alerts = union(
                        screened.stream().map(Screened::findings).toList())
                .union(visited)
                .keyBy(AssessFindings::subject)
                .process(new AssessFindings(definitions, timing.lateBound(), timing.coalesce()), MessageType.ALERT)
                .uid("assess-findings")
                .name("Assess findings");

        DataStream<DeadLetter> refused = union(
                        screened.stream().map(Screened::refused).toList())
                .union(records.getSideOutput(SideOutputs.DEAD_LETTERS), alerts.getSideOutput(SideOutputs.DEAD_LETTERS));

        deliver("alerts", alerts, outlets.alerts());
        deliver("dead-letters", refused, outlets.deadLetters());
    }

    /** Registry records carry no event time: what was recorded long ago must not hold the clock back, nor carry it on. */
    private static SingleOutputStreamOperator<RegistryRecord> records(
            StreamExecutionEnvironment env, RegistryInput registry) {
        return env.fromSource(
                        registry.source(),
                        WatermarkStrategy.<StreamRecord>noWatermarks().withIdleness(REGISTRY_IDLENESS),
                        "Read registry",
                        TypeInformation.of(StreamRecord.class))
                .uid("read-registry")
                .process(new DecodeRecords(), MessageType.REGISTRY_RECORD)
                .uid("decode-registry")
                .name("Decode registry");
    }

    private Screened screen(
            StreamExecutionEnvironment env,
            EventInput input,
            DataStream<RegistryRecord> records,
            RegistryLoader loader) {
        String topic = input.stream().topic();
        SingleOutputStreamOperator<Event> events = env.fromSource(
                        input.source(),
                        timing.watermarks().of(input.stream()),
                        "Read " + topic,
                        TypeInformation.of(StreamRecord.class))
                .uid("read-" + topic)
                .process(new DecodeEvents(input.stream(), timing.lateBound()), EventType.INSTANCE)
                .uid("decode-" + topic)
                .name("Decode " + topic);
        SingleOutputStreamOperator<Findings> findings = screen(events, input.stream(), records, loader)
                .uid("screen-" + topic)
                .name("Screen " + topic);
        return new Screened(
                findings,
                findings.getSideOutput(SideOutputs.VISITS),
                events.getSideOutput(SideOutputs.DEAD_LETTERS).union(findings.getSideOutput(SideOutputs.DEAD_LETTERS)));
    }

    /** Only where records are looked up does an event pay for the way past the registry. */
    private SingleOutputStreamOperator<Findings> screen(
            DataStream<Event> events, EventStream stream, DataStream<RegistryRecord> records, RegistryLoader loader) {
        return definitions.lookUpOn(stream.topic())
                ? events.connect(records.broadcast(RECORDS))
                        .process(new ScreenWithRegistry(stream, screeners, loader), BlockType.of(Findings.class))
                : events.process(new ScreenEvents(stream, screeners), BlockType.of(Findings.class));
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
