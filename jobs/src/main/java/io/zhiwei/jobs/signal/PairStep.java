package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import java.time.LocalDate;

/**
 * A step of a pair on its way to its counts.
 *
 * @param cell the pair
 * @param day day under which it counts
 * @param step by how much
 * @param ahead end of the epoch ahead of which a serious report brings it, to be looked at and not counted, milliseconds;
 *     {@link #IN_TIME} where it is counted
 */
public record PairStep(Cell cell, LocalDate day, Step step, long ahead) {

    /** It is counted. */
    static final long IN_TIME = Long.MIN_VALUE;

    static PairStep of(CountChange change) {
        return new PairStep(change.cell(), change.day(), change.step(), IN_TIME);
    }

    static PairStep ahead(CountChange change, long end) {
        return new PairStep(change.cell(), change.day(), change.step(), end);
    }

    boolean isAhead() {
        return ahead != IN_TIME;
    }
}
