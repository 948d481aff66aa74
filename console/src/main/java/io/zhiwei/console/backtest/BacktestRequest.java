package io.zhiwei.console.backtest;

import io.zhiwei.models.trial.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on recorded events.
 *
 * @param threshold name of the threshold that is changed; empty where a version is tried
 * @param value its value; null where a version is tried
 * @param version published version that is tried instead of a changed threshold
 * @param from first day, Chinese time; null: from the first event on
 * @param to last day, inclusive; null: to the last event
 * @param curve whether the threshold is tried over its whole range too; a form that leaves it out says no
 * @param reason why, for the version that may come of it
 */
public record BacktestRequest(
        String threshold,
        @Nullable Double value,
        @Nullable Integer version,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean curve,
        String reason) {

    private static final int LONGEST_REASON = 2000;

    /** Strips what was typed. */
    public BacktestRequest {
        threshold = threshold == null ? "" : threshold.strip();
        reason = reason == null ? "" : reason.strip();
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** Returns the message key of what is wrong; the model itself says what its ranges are. */
    public Optional<String> problem() {
        if (from != null && to != null && to.isBefore(from)) {
            return Optional.of("backtest.problem.days");
        }
        boolean changesNothing = threshold.isEmpty() || value == null;
        return changesNothing && version == null ? Optional.of("backtest.problem.nothing") : Optional.empty();
    }

    /** Returns whether the threshold is tried over its whole range too. */
    boolean wantsCurve() {
        return Boolean.TRUE.equals(curve);
    }

    /** Returns the days that were asked for. */
    Period period() {
        return Period.of(from, to);
    }
}
