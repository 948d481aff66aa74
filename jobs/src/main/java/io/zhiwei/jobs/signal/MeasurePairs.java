package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding.Change;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding.Outcome;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SignalChange;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Measures pairs once the priors of their epoch are known, and tells what became of those that stand out. Of the others it
 * keeps nothing. What is looked at ahead of its epoch's end is told at once where it stands out, and taken back where the end
 * of the epoch does not bear it out.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class MeasurePairs extends KeyedBroadcastProcessFunction<String, PairCount, Prior, Signal> {

    /** The priors, by population. */
    static final MapStateDescriptor<String, Priors> PRIORS =
            new MapStateDescriptor<>("priors", Types.STRING, BlockType.of(Priors.class));

    private static final long serialVersionUID = 1L;

    private transient MapState<Long, PairCount> waiting;
    private transient MapState<Long, Signal> toldAhead;
    private transient ValueState<PairStanding> standing;
    private transient Counter measured;
    private transient KnownMeans means;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, BlockType.of(PairCount.class)));
        toldAhead =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("told-ahead", Types.LONG, MessageType.SIGNAL));
        standing = getRuntimeContext().getState(new ValueStateDescriptor<>("standing", SignalTypes.STANDING));
        means = new KnownMeans();
        measured = getRuntimeContext().getMetricGroup().counter(Counters.SIGNALS);
    }

    @Override
    public void processElement(PairCount count, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        if (count.ahead()) {
            tellAhead(count, context);
        } else {
            waiting.put(count.epoch(), count);
        }
        context.timerService().registerEventTimeTimer(count.epoch());
    }

    private void tellAhead(PairCount count, ReadOnlyContext context) throws Exception {
        Prior prior = prior(context.getBroadcastState(PRIORS), count, context.currentWatermark());
        Signal signal = SignalWriter.write(count, prior, means.under(prior.prior()));
        Change change =
                PairStanding.next(standing.value(), SignalWriter.look(signal)).change();
        if (change == Change.RAISED || change == Change.GROWN) {
            SignalWriter.tell(signal, change);
            signal.setProvisional(true);
            toldAhead.put(count.epoch(), signal);
            context.output(SideOutputs.NOTICES, signal);
        }
    }

    @Override
    public void processBroadcastElement(Prior prior, Context context, Collector<Signal> out) throws Exception {
        Priors known = context.getBroadcastState(PRIORS).get(prior.population());
        context.getBroadcastState(PRIORS)
                .put(
                        prior.population(),
                        new Priors(Versions.with(
                                known == null ? List.of() : known.versions(),
                                prior,
                                Prior::epoch,
                                context.currentWatermark())));
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<Signal> out) throws Exception {
        PairCount count = waiting.get(epoch);
        Signal ahead = toldAhead.get(epoch);
        waiting.remove(epoch);
        toldAhead.remove(epoch);
        Change change = Change.NONE;
        if (count != null) {
            measured.inc();
            change = measure(count, prior(context.getBroadcastState(PRIORS), count, epoch), context, out);
        }
        if (ahead != null && change != Change.RAISED && change != Change.GROWN) {
            context.output(SideOutputs.NOTICES, SignalWriter.withdrawal(ahead, ahead.getSignalId(), epoch));
        }
    }

    private Change measure(PairCount count, Prior prior, OnTimerContext context, Collector<Signal> out)
            throws Exception {
        Signal signal = SignalWriter.write(count, prior, means.under(prior.prior()));
        PairStanding before = standing.value();
        Outcome outcome = PairStanding.next(before, SignalWriter.look(signal));
        if (outcome.standing() == null) {
            standing.clear();
        } else if (!outcome.standing().equals(before)) {
            standing.update(outcome.standing());
        }
        if (outcome.change() != Change.NONE) {
            SignalWriter.tell(signal, outcome.change());
            tell(signal, before, context);
        }
        out.collect(signal);
        return outcome.change();
    }

    /** A withdrawal takes back each signal that was told. */
    private static void tell(Signal signal, @Nullable PairStanding before, OnTimerContext context) {
        if (signal.getChange() != SignalChange.WITHDRAWN) {
            context.output(SideOutputs.NOTICES, signal);
            return;
        }
        for (String told : before == null ? List.<String>of() : before.told()) {
            context.output(
                    SideOutputs.NOTICES,
                    SignalWriter.withdrawal(signal, told, signal.getEpoch().toEpochMilli()));
        }
    }

    /** What is taken from a population has the prior of the whole. */
    private static Prior prior(ReadOnlyBroadcastState<String, Priors> priors, PairCount count, long epoch)
            throws Exception {
        String population = count.cell().population();
        Prior own = find(priors, Populations.screening(population), epoch);
        return Populations.isWhole(population) ? own : own.under(find(priors, Populations.whole(population), epoch));
    }

    private static Prior find(ReadOnlyBroadcastState<String, Priors> priors, String population, long epoch)
            throws Exception {
        Priors known = priors.get(population);
        Prior prior = known == null ? null : Versions.at(known.versions(), Prior::epoch, epoch);
        return prior == null ? Prior.none(population) : prior;
    }
}
