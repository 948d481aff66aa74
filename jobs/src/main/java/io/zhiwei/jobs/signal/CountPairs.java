package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CellSeries;
import io.zhiwei.models.measure.disproportionality.counting.PairTables;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts pairs, and hands a pair on with its margins at the end of every epoch in which its count changed and of every
 * sweep. Margins come broadcast; an epoch is looked at once both ways have brought all of it. What serious reports bring
 * ahead of the end of their epoch is handed on at once, with the margins of the epoch before.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class CountPairs extends KeyedBroadcastProcessFunction<String, PairStep, Margin, PairCount> {

    /** The margins, by the key of their cell. */
    static final MapStateDescriptor<String, Margins> MARGINS =
            new MapStateDescriptor<>("margins", Types.STRING, BlockType.of(Margins.class));

    private static final long serialVersionUID = 1L;
    private static final int LEAST_AHEAD = 3;

    private final Epochs epochs;

    private transient SeriesState series;
    private transient MapState<Long, Step> ahead;
    private transient @Nullable Long lastEpoch;

    CountPairs(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public void open(OpenContext context) {
        series = new SeriesState(getRuntimeContext());
        ahead = getRuntimeContext().getMapState(new MapStateDescriptor<>("ahead", Types.LONG, SignalTypes.STEP));
    }

    @Override
    public void processElement(PairStep step, ReadOnlyContext context, Collector<PairCount> out) throws Exception {
        if (step.isAhead()) {
            lookAhead(step, context, out);
            return;
        }
        series.add(new EpochDay(context.timestamp(), step.day()), step.step());
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    private void lookAhead(PairStep step, ReadOnlyContext context, Collector<PairCount> out) throws Exception {
        Step before = ahead.get(step.ahead());
        Step more = before == null ? step.step() : before.plus(step.step());
        ahead.put(step.ahead(), more);
        context.timerService().registerEventTimeTimer(step.ahead());
        LocalDate asOf = Epochs.day(step.ahead());
        CellSeries counted = series.value().plus(asOf, more, asOf);
        if (counted.reports().total() >= LEAST_AHEAD) {
            KnownMargins margins = new KnownMargins(context.getBroadcastState(MARGINS), context.currentWatermark());
            PairTables tables = margins.tables(step.cell(), counted, more, asOf);
            out.collect(PairCount.of(step.cell(), step.ahead(), tables, Double.NaN, true));
        }
    }

    @Override
    public void processBroadcastElement(Margin margin, Context context, Collector<PairCount> out) throws Exception {
        if (!Populations.isTogether(Cell.ofKey(margin.cell()).population())) {
            keep(margin, context.getBroadcastState(MARGINS), context.currentWatermark());
        }
    }

    /** Keeps a margin as long as its epoch may be looked at. */
    static void keep(Margin margin, BroadcastState<String, Margins> margins, long watermark) throws Exception {
        Margins known = margins.get(margin.cell());
        margins.put(
                margin.cell(),
                new Margins(
                        Versions.with(known == null ? List.of() : known.versions(), margin, Margin::epoch, watermark)));
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<PairCount> out) throws Exception {
        ahead.remove(epoch);
        boolean changed = series.close(epoch);
        CellSeries counted = series.value();
        if (!changed && (counted.isEmpty() || !epochs.isSweep(epoch))) {
            return;
        }
        Cell cell = Cell.ofKey(context.getCurrentKey());
        ReadOnlyBroadcastState<String, Margins> broadcast = context.getBroadcastState(MARGINS);
        KnownMargins margins = new KnownMargins(broadcast, epoch);
        out.collect(PairCount.of(
                cell,
                epoch,
                margins.tables(cell, counted, Epochs.day(epoch)),
                Populations.isWhole(cell.population()) ? margins.adjusted(cell, counted) : Double.NaN,
                false));
        if (!counted.isEmpty()) {
            planSweep(epoch, broadcast, context);
        }
    }

    /** When the input has ended, time runs on without end; sweeps end with the first that has seen everything. */
    private void planSweep(long epoch, ReadOnlyBroadcastState<String, Margins> margins, OnTimerContext context)
            throws Exception {
        long next = epochs.sweepAfter(epoch);
        boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (!ended || next <= epochs.sweepFrom(lastEpoch(margins))) {
            context.timerService().registerEventTimeTimer(next);
        }
    }

    /** Looked for once: when the input has ended, no margin comes any more. */
    private long lastEpoch(ReadOnlyBroadcastState<String, Margins> margins) throws Exception {
        Long known = lastEpoch;
        if (known == null) {
            known = Long.MIN_VALUE;
            for (Map.Entry<String, Margins> entry : margins.immutableEntries()) {
                for (Margin margin : entry.getValue().versions()) {
                    known = Math.max(known, margin.epoch());
                }
            }
            lastEpoch = known;
        }
        return known;
    }
}
