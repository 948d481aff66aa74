package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.Facts;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator with its expressions compiled.
 *
 * @param indicator what the model says
 * @param claims its claims, by their places in the lexicon
 * @param threshold its threshold; null where it has none
 * @param applies condition under which it exists
 * @param when condition of the sign; null means always
 * @param weights conditional weights
 * @param floors conditional floors
 */
record CompiledIndicator(
        Indicator indicator,
        BitSet claims,
        @Nullable Threshold threshold,
        Expression applies,
        @Nullable Expression when,
        List<Conditional<Double>> weights,
        List<Conditional<Level>> floors) {

    /** A value under a condition. */
    record Conditional<T>(Expression when, T value) {

        static <T> @Nullable T first(List<Conditional<T>> conditionals, Facts facts) {
            for (Conditional<T> conditional : conditionals) {
                if (conditional.when.holds(facts)) {
                    return conditional.value;
                }
            }
            return null;
        }
    }

    boolean concerns(Facts facts) {
        return applies.holds(facts) && (when == null || when.holds(facts));
    }

    /** Returns whether its condition asks for evasive spelling. */
    boolean aboutSpelling() {
        return when != null && when.source().contains(TextReading.EVADED);
    }

    /** Returns whether its condition asks for what may be a word in disguise. */
    boolean aboutSuspicion() {
        return when != null && when.source().contains(TextReading.SUSPECTED);
    }

    double weight(Facts facts) {
        Double weight = Conditional.first(weights, facts);
        return weight == null ? indicator.weight() : weight;
    }

    Level floor(Facts facts) {
        Level floor = Conditional.first(floors, facts);
        return floor == null ? Level.NONE : floor;
    }
}
