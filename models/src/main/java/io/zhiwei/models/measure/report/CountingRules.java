package io.zhiwei.models.measure.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a report is counted, and with which others. Duplicates and nullified reports are left out before.
 */
public final class CountingRules {

    private CountingRules() {}

    /** How a report came about. */
    public enum Origin {
        /** Reported of its own accord, published cases included. */
        SPONTANEOUS,
        /** Asked for, in a study or programme: reported far more often than others. */
        STUDY,
        /** From abroad. */
        OVERSEAS
    }

    /**
     * Returns the population that a report is counted in; empty where it is not counted: vaccines, and what unit and centre
     * both call unlikely.
     *
     * @param regime regime of the suspected product
     * @param origin how the report came about
     * @param unit assessment of the reporting unit; null where there is none
     * @param centre assessment of the monitoring centre; null where there is none
     */
    public static Optional<String> population(
            Regime regime, Origin origin, @Nullable Causality unit, @Nullable Causality centre) {
        boolean unlikely = unit == Causality.UNLIKELY && centre == Causality.UNLIKELY;
        if (regime == Regime.VACCINE || unlikely) {
            return Optional.empty();
        }
        return Optional.of(origin == Origin.SPONTANEOUS ? regime.name() : regime.name() + "-" + origin.name());
    }
}
