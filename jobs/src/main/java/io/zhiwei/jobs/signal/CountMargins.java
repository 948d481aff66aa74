package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts products, events and all reports, and says at the end of each epoch which of these counts changed. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class CountMargins extends KeyedProcessFunction<String, CountChange, Margin> {

    private static final long serialVersionUID = 1L;

    private transient SeriesState series;

    @Override
    public void open(OpenContext context) {
        series = new SeriesState(getRuntimeContext());
    }

    @Override
    public void processElement(CountChange change, Context context, Collector<Margin> out) throws Exception {
        series.add(new EpochDay(context.timestamp(), change.day()), change.step());
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<Margin> out) throws Exception {
        int before = series.value().reports().total();
        if (series.close(epoch)) {
            CountSeries now = series.value().reports();
            if (isAsked(context.getCurrentKey(), Math.max(before, now.total()))) {
                out.collect(new Margin(context.getCurrentKey(), epoch, now));
            }
        }
    }

    /** Most products are reported together once or twice, and nobody asks for how often: as many as all pairs need no broadcast. */
    private static boolean isAsked(String cell, int reports) {
        return reports >= CountedCells.LEAST
                || !Populations.isTogether(Cell.ofKey(cell).population());
    }
}
