package io.zhiwei.console.report;

import io.zhiwei.console.alert.AlertQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A week from Monday or a calendar month, Chinese time.
 *
 * @param first first day
 * @param last last day, inclusive
 */
public record Period(Kind kind, LocalDate first, LocalDate last) {

    /** How long a period is. */
    public enum Kind {
        /** Monday to Sunday. */
        WEEK,
        /** The first to the last day of a month. */
        MONTH
    }

    /** Returns the period that a day lies in. */
    public static Period of(Kind kind, LocalDate day) {
        return switch (kind) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(kind, monday, monday.plusDays(6));
            }
            case MONTH -> new Period(kind, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        };
    }

    /** Returns the period before. */
    public Period before() {
        return of(kind, first.minusDays(1));
    }

    /** Returns the period after. */
    public Period after() {
        return of(kind, last.plusDays(1));
    }

    /** Returns the moment at which it is over. */
    public Instant end() {
        return last.plusDays(1).atStartOfDay(AlertQuery.CHINA).toInstant();
    }
}
