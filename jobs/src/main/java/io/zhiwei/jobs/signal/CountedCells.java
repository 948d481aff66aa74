package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CellSeries;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/** The cells that are counted at the current key, without those that are empty. */
final class CountedCells {

    /** Reports below which a pair says nothing. */
    static final int LEAST = 3;

    private final MapState<Cell, CellSeries> counted;

    CountedCells(String name, RuntimeContext context) {
        this.counted = context.getMapState(
                new MapStateDescriptor<>(name, BlockType.of(Cell.class), BlockType.of(CellSeries.class)));
    }

    CellSeries get(Cell cell) throws Exception {
        CellSeries known = counted.get(cell);
        return known == null ? CellSeries.EMPTY : known;
    }

    Iterable<Cell> cells() throws Exception {
        return counted.keys();
    }

    Iterable<Map.Entry<Cell, CellSeries>> entries() throws Exception {
        return counted.entries();
    }

    /**
     * Takes up a change that came so often.
     *
     * @return whether its cell had or has enough reports
     */
    boolean add(CountChange change, int times, LocalDate asOf) throws Exception {
        CellSeries before = get(change.cell());
        CellSeries after = before;
        for (int i = 0; i < times; i++) {
            after = after.plus(change.day(), change.step(), asOf);
        }
        if (after.isEmpty()) {
            counted.remove(change.cell());
        } else {
            counted.put(change.cell(), after);
        }
        return Math.max(before.reports().total(), after.reports().total()) >= LEAST;
    }
}
