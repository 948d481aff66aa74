package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.Signal;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of the signal job: read, decode, follow reports over their versions, count margins and pairs, fit priors, measure,
 * deliver. Counts close at the end of an epoch of event time; no result depends on the order of arrival within one.
 */
public final class SignalPipeline {

    /** The topic that is read. */
    public static final String TOPIC = "adverse-reactions";

    private static final EventStream STREAM = EventStream.ofTopic(TOPIC);

    private final SignalTiming timing;

    /** Makes the pipeline. */
    public SignalPipeline(SignalTiming timing) {
        this.timing = timing;
    }

    /** Adds the graph to an environment. */
    public void build(StreamExecutionEnvironment env, Source<StreamRecord, ?, ?> reports, SignalOutlets outlets) {
        Epochs epochs = timing.epochs();
        SingleOutputStreamOperator<ReportVersion> versions = env.fromSource(
                        reports,
                        timing.watermarks().of(STREAM),
                        "Read " + STREAM.topic(),
                        TypeInformation.of(StreamRecord.class))
                .uid("read-" + STREAM.topic())
                .process(new DecodeReports(), SignalTypes.VERSION)
                .uid("decode-reports")
                .name("Decode reports");

        SingleOutputStreamOperator<CountChange> followed = versions.keyBy(ReportVersion::report)
                .process(new FollowReports(epochs), SignalTypes.CHANGE)
                .uid("follow-reports")
                .name("Follow reports");
        DataStream<CountChange> changes = followed.union(followed.getSideOutput(SideOutputs.CASES)
                .keyBy(CaseChange::patient)
                .process(new DistinctCases(), SignalTypes.CHANGE)
                .uid("distinct-cases")
                .name("Distinct cases"));
        DataStream<Margin> margins = margins(changes);
        DataStream<PairCount> pairs = pairs(changes, margins, followed.getSideOutput(SideOutputs.AHEAD), epochs)
                .union(within(changes, epochs), together(changes, margins, epochs));
        DataStream<Prior> priors = pairs.filter(pair -> epochs.isSweep(pair.epoch()) && !pair.ahead())
                .uid("select-sweeps")
                .name("Select sweeps")
                .keyBy(pair -> Populations.screening(pair.cell().population()))
                .process(new FitPriors(epochs), BlockType.of(Prior.class))
                .uid("fit-priors")
                .name("Fit priors");

        SingleOutputStreamOperator<Signal> signals = pairs.keyBy(
                        pair -> pair.cell().key())
                .connect(priors.broadcast(MeasurePairs.PRIORS))
                .process(new MeasurePairs(), MessageType.SIGNAL)
                .uid("measure-pairs")
                .name("Measure pairs");
        deliver("signals", signals, outlets.signals());
        deliver("notices", signals.getSideOutput(SideOutputs.NOTICES), outlets.notices());
        deliver("dead-letters", versions.getSideOutput(SideOutputs.DEAD_LETTERS), outlets.deadLetters());
    }

    /** How often products and events are reported, and all reports. */
    private static DataStream<Margin> margins(DataStream<CountChange> changes) {
        return changes.filter(change -> !change.cell().isPair()
                        && !Populations.isWithin(change.cell().population()))
                .uid("select-margins")
                .name("Select margins")
                .keyBy(change -> change.cell().key())
                .process(new CountMargins(), BlockType.of(Margin.class))
                .uid("count-margins")
                .name("Count margins");
    }

    /** Pairs whose margins are those of a population, broadcast. */
    private static DataStream<PairCount> pairs(
            DataStream<CountChange> changes, DataStream<Margin> margins, DataStream<PairStep> ahead, Epochs epochs) {
        return changes.filter(change -> change.cell().isPair()
                        && !Populations.isWithin(change.cell().population())
                        && !Populations.isTogether(change.cell().population()))
                .uid("select-pairs")
                .name("Select pairs")
                .map(PairStep::of, SignalTypes.PAIR_STEP)
                .uid("step-pairs")
                .name("Step pairs")
                .union(ahead)
                .keyBy(step -> step.cell().key())
                .connect(margins.broadcast(CountPairs.MARGINS))
                .process(new CountPairs(epochs), BlockType.of(PairCount.class))
                .uid("count-pairs")
                .name("Count pairs");
    }

    /** Two products together and an event, compared with what each brings alone. */
    private static DataStream<PairCount> together(
            DataStream<CountChange> changes, DataStream<Margin> margins, Epochs epochs) {
        return changes.filter(CountTogether::takes)
                .uid("select-together")
                .name("Select together")
                .keyBy(CountTogether::key)
                .connect(margins.broadcast(CountPairs.MARGINS))
                .process(new CountTogether(epochs), BlockType.of(PairCount.class))
                .uid("count-together")
                .name("Count together");
    }

    /** Pairs of maker or model and event, compared within one product. */
    private static DataStream<PairCount> within(DataStream<CountChange> changes, Epochs epochs) {
        return changes.filter(change -> Populations.isWithin(change.cell().population()))
                .uid("select-within")
                .name("Select within")
                .keyBy(change -> change.cell().population())
                .process(new CountWithin(epochs), BlockType.of(PairCount.class))
                .uid("count-within")
                .name("Count within");
    }

    private static <T> void deliver(String what, DataStream<T> results, Map<String, Sink<T>> sinks) {
        sinks.forEach((place, sink) ->
                results.sinkTo(sink).uid("deliver-" + what + "-to-" + place).name("Deliver " + what + " to " + place));
    }
}
