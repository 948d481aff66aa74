package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.Interaction;
import io.zhiwei.models.measure.disproportionality.Interaction.Group;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CellSeries;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
import io.zhiwei.models.measure.disproportionality.counting.PairTables;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the reports of one event by product and by two products together: both must be in one place to tell what the two
 * would bring if their risks added. What does not depend on the event comes broadcast. Two products with three reports of the
 * event at least are handed on, at the end of an epoch that changed them and of every sweep.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class CountTogether extends KeyedBroadcastProcessFunction<String, CountChange, Margin, PairCount> {

    private static final long serialVersionUID = 1L;

    private final Epochs epochs;

    private transient MapState<String, Integer> alone;
    private transient CountedCells together;
    private transient WaitingChanges waiting;

    CountTogether(Epochs epochs) {
        this.epochs = epochs;
    }

    /** Returns whether a change is one of those that are counted here. */
    static boolean takes(CountChange change) {
        return change.cell().isPair() && concerns(change.cell().population());
    }

    private static boolean concerns(String population) {
        return Populations.isTogether(population) || population.equals(ReportLayers.TOGETHER_WHOLE);
    }

    /** Returns the key: the event in its whole population. */
    static String key(CountChange change) {
        Cell cell = change.cell();
        return Cell.ofEvent(Populations.whole(cell.population()), cell.event()).key();
    }

    @Override
    public void open(OpenContext context) {
        alone = getRuntimeContext().getMapState(new MapStateDescriptor<>("alone", Types.STRING, Types.INT));
        together = new CountedCells("together", getRuntimeContext());
        waiting = new WaitingChanges(getRuntimeContext());
    }

    @Override
    public void processElement(CountChange change, ReadOnlyContext context, Collector<PairCount> out) throws Exception {
        waiting.add(change, context.timestamp());
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void processBroadcastElement(Margin margin, Context context, Collector<PairCount> out) throws Exception {
        if (concerns(Cell.ofKey(margin.cell()).population())) {
            CountPairs.keep(margin, context.getBroadcastState(CountPairs.MARGINS), context.currentWatermark());
        }
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<PairCount> out) throws Exception {
        Set<Cell> looked = close(epoch, Epochs.day(epoch));
        boolean sweep = epochs.isSweep(epoch);
        boolean any = false;
        for (Map.Entry<Cell, CellSeries> entry : together.entries()) {
            if (entry.getValue().reports().total() >= CountedCells.LEAST) {
                any = true;
                if (sweep) {
                    looked.add(entry.getKey());
                }
            }
        }
        KnownMargins margins = new KnownMargins(context.getBroadcastState(CountPairs.MARGINS), epoch);
        for (Cell cell : looked) {
            out.collect(count(cell, epoch, margins));
        }
        if (any) {
            planSweep(epoch, sweep, context);
        }
    }

    /** When the input has ended, no more is to come that a later sweep could see. */
    private void planSweep(long epoch, boolean sweep, OnTimerContext context) {
        if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(epochs.sweepAfter(epoch));
        } else if (!sweep) {
            context.timerService().registerEventTimeTimer(epochs.sweepFrom(epoch));
        }
    }

    /** Takes up the steps of an epoch; returns the two products that had or have enough reports and changed. */
    private Set<Cell> close(long epoch, LocalDate asOf) throws Exception {
        Set<Cell> changed = new HashSet<>();
        for (Map.Entry<CountChange, Integer> entry : waiting.take(epoch).entrySet()) {
            CountChange change = entry.getKey();
            if (!Populations.isTogether(change.cell().population())) {
                add(change.cell().product(), change.step().reports() * entry.getValue());
            } else if (together.add(change, entry.getValue(), asOf)) {
                changed.add(change.cell());
            }
        }
        return changed;
    }

    private void add(String product, int reports) throws Exception {
        int after = reports(product) + reports;
        if (after == 0) {
            alone.remove(product);
        } else {
            alone.put(product, after);
        }
    }

    private int reports(String product) throws Exception {
        Integer known = alone.get(product);
        return known == null ? 0 : known;
    }

    private PairCount count(Cell cell, long epoch, KnownMargins margins) throws Exception {
        String whole = Populations.whole(cell.population());
        CellSeries both = together.get(cell);
        CountSeries product = margins.get(Cell.ofProduct(cell.population(), cell.product()));
        CountSeries event = margins.get(Cell.ofEvent(whole, cell.event()));
        CountSeries all = margins.get(Cell.all(whole));
        PairTables tables = PairTables.of(both, product, event, all, Epochs.day(epoch));
        List<String> parts = Populations.parts(cell.product());
        Group joint = new Group(both.reports().total(), product.total());
        Group first = of(whole, parts.get(0), margins);
        Group second = of(whole, parts.get(1), margins);
        Group any = new Group(event.total(), all.total());
        double expected = Interaction.expected(
                joint, less(first, joint), less(second, joint), less(less(any, first), less(second, joint)));
        return PairCount.of(cell, epoch, tables, expected, false);
    }

    private Group of(String whole, String product, KnownMargins margins) throws Exception {
        return new Group(
                reports(product), margins.get(Cell.ofProduct(whole, product)).total());
    }

    private static Group less(Group all, Group part) {
        return new Group(all.events() - part.events(), all.reports() - part.reports());
    }
}
