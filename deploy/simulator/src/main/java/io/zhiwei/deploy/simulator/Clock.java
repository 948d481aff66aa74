package io.zhiwei.deploy.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days and times of the city, Asia/Shanghai. */
final class Clock {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();
    private static final double RUSH_MORNING = 10;
    private static final double RUSH_EVENING = 18.5;

    private final LocalDate start;

    Clock(LocalDate start) {
        this.start = start;
    }

    LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** Returns the first millisecond of a day. */
    long midnight(int day) {
        return date(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    long at(int day, double hour) {
        return midnight(day) + (long) (hour * HOUR);
    }

    /** Returns a moment of trade: peaks from 9 to 11 and 17 to 20 (specification of sales, section 13). */
    long trading(int day, double opens, double closes, Draw draw) {
        double kind = draw.uniform();
        double hour = kind < 0.35
                ? RUSH_MORNING + draw.normal()
                : kind < 0.7 ? RUSH_EVENING + 1.2 * draw.normal() : opens + (closes - opens) * draw.uniform();
        double held = hour < opens || hour > closes ? opens + (closes - opens) * draw.uniform() : hour;
        return at(day, held);
    }

    /** Monday more, Sunday less; fewer in the week of the Spring Festival are not drawn. */
    double weight(int day) {
        return switch (date(day).getDayOfWeek()) {
            case MONDAY -> 1.08;
            case SUNDAY -> 0.9;
            default -> 1;
        };
    }

    /** Coughs and colds from November to February. */
    double coldSeason(int day) {
        int month = date(day).getMonthValue();
        return month >= 11 || month <= 2 ? 1.8 : 1;
    }

    static LocalTime timeOf(long moment) {
        return java.time.Instant.ofEpochMilli(moment).atZone(ZONE).toLocalTime();
    }

    static LocalDate dateOf(long moment) {
        return java.time.Instant.ofEpochMilli(moment).atZone(ZONE).toLocalDate();
    }
}
