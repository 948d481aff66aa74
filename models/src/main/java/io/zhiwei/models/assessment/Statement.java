package io.zhiwei.models.assessment;

import java.time.Instant;
import java.util.List;

/**
 * The figures that a sign states, as of its latest event.
 *
 * @param asOf event time of that event
 * @param figures the figures, in the order of the model
 */
public record Statement(Instant asOf, List<StatedFigure> figures) {

    /** Of a sign that states nothing. */
    public static final Statement NONE = new Statement(Instant.EPOCH, List.of());

    /** Returns the later of two statements; which is which does not matter. */
    Statement later(Statement other) {
        int byTime = asOf.compareTo(other.asOf);
        if (byTime == 0) {
            byTime = figures.toString().compareTo(other.figures.toString());
        }
        return byTime >= 0 ? this : other;
    }
}
