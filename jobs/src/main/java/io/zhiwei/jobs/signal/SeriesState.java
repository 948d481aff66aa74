package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.measure.disproportionality.counting.CellSeries;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The counts of the current key in Flink's state. Steps wait until their epoch ends, because those of a later one may come
 * first by another way.
 */
final class SeriesState {

    private final ValueState<CellSeries> series;
    private final MapState<EpochDay, Step> waiting;

    SeriesState(RuntimeContext context) {
        this.series = context.getState(new ValueStateDescriptor<>("series", BlockType.of(CellSeries.class)));
        this.waiting =
                context.getMapState(new MapStateDescriptor<>("waiting", SignalTypes.EPOCH_DAY, SignalTypes.STEP));
    }

    void add(EpochDay place, Step step) throws Exception {
        Step before = waiting.get(place);
        waiting.put(place, before == null ? step : before.plus(step));
    }

    /** Takes up the steps of an epoch; returns whether there were some. */
    boolean close(long epoch) throws Exception {
        TreeMap<LocalDate, Step> steps = new TreeMap<>();
        for (Map.Entry<EpochDay, Step> entry : waiting.entries()) {
            if (entry.getKey().epoch() == epoch) {
                steps.put(entry.getKey().day(), entry.getValue());
            }
        }
        CellSeries after = value();
        for (Map.Entry<LocalDate, Step> step : steps.entrySet()) {
            waiting.remove(new EpochDay(epoch, step.getKey()));
            after = after.plus(step.getKey(), step.getValue(), Epochs.day(epoch));
        }
        if (after.isEmpty()) {
            series.clear();
        } else {
            series.update(after);
        }
        return !steps.isEmpty();
    }

    CellSeries value() throws Exception {
        CellSeries value = series.value();
        return value == null ? CellSeries.EMPTY : value;
    }
}
