package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Place;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How busy days, hours and seasons are. Source of the factors: domain specification of sales, section 13. */
final class Calendar {

    private static final double[] HOURS = {
        0.4, 0.3, 0.3, 0.3, 0.3, 0.4, 1, 2.5, 6, 9, 9, 7, 4.5, 4, 4.5, 5, 6, 9, 9.5, 9, 6, 3.5, 2, 0.6
    };
    private static final List<LocalDate> NEW_YEARS = List.of(
            LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17), LocalDate.of(2027, 2, 6), LocalDate.of(2028, 1, 26));
    private static final Set<Month> COLD = EnumSet.of(Month.NOVEMBER, Month.DECEMBER, Month.JANUARY, Month.FEBRUARY);
    private static final Set<Month> HOT = EnumSet.of(Month.JUNE, Month.JULY, Month.AUGUST);
    private static final Set<Month> POLLEN = EnumSet.of(Month.MARCH, Month.APRIL, Month.MAY);

    private Calendar() {}

    /** Returns the trade of a day, 1 an ordinary one. */
    static double ofDay(LocalDate date) {
        double weekday =
                date.getDayOfWeek() == DayOfWeek.MONDAY ? 1.08 : date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.9 : 1;
        boolean festival = NEW_YEARS.stream()
                .mapToLong(newYear -> ChronoUnit.DAYS.between(newYear, date))
                .anyMatch(days -> days >= 0 && days < 7);
        return weekday * (festival ? 0.5 : 1);
    }

    /** Returns how much more a drug is bought in a month, 1 out of its season. */
    static double ofSeason(Drug drug, Month month) {
        if (drug.is("COUGH") && COLD.contains(month)) {
            return 1.8;
        }
        if (drug.is("GUT") && HOT.contains(month)) {
            return 1.3;
        }
        return drug.is("ALLERGY") && POLLEN.contains(month) ? 1.4 : 1;
    }

    /** Draws a time of a day at which a place is open. */
    static Instant moment(Place place, Trader trader) {
        double sum = 0;
        for (int hour = place.openHour(); hour < place.closeHour(); hour++) {
            sum += HOURS[hour];
        }
        double drawn = trader.chance().uniform(0, sum);
        int hour = place.openHour();
        while (hour < place.closeHour() - 1 && drawn >= HOURS[hour]) {
            drawn -= HOURS[hour++];
        }
        return trader.midnight().plusMillis(hour * 3_600_000L + trader.chance().between(1_000, 3_599_999));
    }
}
