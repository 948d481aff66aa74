package io.zhiwei.models.trial;

import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Model;
import io.zhiwei.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days of a backtest. Alerts count that began in it; events before it only fill the windows and episodes that are open when it
 * begins.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(Instant from, Instant to) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Returns the period of some days in Chinese time.
     *
     * @param first null: from the first event on
     * @param last inclusive; null: to the last event
     * @throws IllegalArgumentException if the last day is before the first
     */
    public static Period of(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("The period ends on " + last + ", before it begins on " + first + ".");
        }
        return new Period(
                first == null ? Instant.EPOCH : first.atStartOfDay(ZONE).toInstant(),
                last == null
                        ? Instant.ofEpochMilli(Long.MAX_VALUE)
                        : last.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** Returns the time from which events matter to alerts of a model that begin in the period. */
    public Instant begin(Model model) {
        Duration reach = Backtest.reach(model);
        return from.isBefore(Instant.EPOCH.plus(reach)) ? Instant.EPOCH : from.minus(reach);
    }

    /** Returns whether an event matters to alerts of a model that begin in the period; registry records always do. */
    public boolean needs(PastEvent event, Model model) {
        return event.topic().equals(Feed.REGISTRY)
                || (!event.time().isBefore(begin(model)) && event.time().isBefore(to));
    }

    /** Returns whether an alert began in the period. */
    public boolean holds(Alert alert) {
        return !alert.getFirstSeen().isBefore(from) && alert.getFirstSeen().isBefore(to);
    }
}
