package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
import io.zhiwei.models.measure.disproportionality.counting.PairTables;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the reports of one product by maker or model and event. All of it is in one place, so no margin need be broadcast:
 * those of all products together would be as many as all pairs. Pairs with three reports at least are handed on, at the end
 * of an epoch that changed them and of every sweep, once a second maker or model has been reported.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class CountWithin extends KeyedProcessFunction<String, CountChange, PairCount> {

    private static final long serialVersionUID = 1L;

    private final Epochs epochs;

    private transient CountedCells counted;
    private transient WaitingChanges waiting;

    CountWithin(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public void open(OpenContext context) {
        counted = new CountedCells("counted", getRuntimeContext());
        waiting = new WaitingChanges(getRuntimeContext());
    }

    @Override
    public void processElement(CountChange change, Context context, Collector<PairCount> out) throws Exception {
        waiting.add(change, context.timestamp());
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<PairCount> out) throws Exception {
        LocalDate asOf = Epochs.day(epoch);
        Set<Cell> changed = close(epoch, asOf);
        if (countsOneOnly()) {
            return;
        }
        boolean sweep = epochs.isSweep(epoch);
        Set<Cell> looked = new HashSet<>(changed);
        for (Cell cell : sweep ? counted.cells() : changed) {
            looked.add(cell);
        }
        for (Cell cell : looked) {
            boolean enough = reports(cell).total() >= CountedCells.LEAST;
            if (cell.isPair() && (enough || changed.contains(cell))) {
                out.collect(PairCount.of(cell, epoch, tables(cell, asOf), Double.NaN, false));
            }
        }
        // When the input has ended, no more is to come that a later sweep could see.
        if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(epochs.sweepAfter(epoch));
        } else if (!sweep && epochs.sweepFrom(epoch) > epoch) {
            context.timerService().registerEventTimeTimer(epochs.sweepFrom(epoch));
        }
    }

    /** Takes up the steps of an epoch; returns the pairs that had or have enough reports and changed. */
    private Set<Cell> close(long epoch, LocalDate asOf) throws Exception {
        Set<Cell> changed = new HashSet<>();
        for (Map.Entry<CountChange, Integer> entry : waiting.take(epoch).entrySet()) {
            if (counted.add(entry.getKey(), entry.getValue(), asOf)) {
                changed.add(entry.getKey().cell());
            }
        }
        return changed;
    }

    private boolean countsOneOnly() throws Exception {
        int makers = 0;
        for (Cell cell : counted.cells()) {
            makers += !cell.product().isEmpty() && cell.event().isEmpty() ? 1 : 0;
            if (makers > 1) {
                return false;
            }
        }
        return true;
    }

    private PairTables tables(Cell pair, LocalDate asOf) throws Exception {
        String population = pair.population();
        return PairTables.of(
                counted.get(pair),
                reports(Cell.ofProduct(population, pair.product())),
                reports(Cell.ofEvent(population, pair.event())),
                reports(Cell.all(population)),
                asOf);
    }

    private CountSeries reports(Cell cell) throws Exception {
        return counted.get(cell).reports();
    }
}
