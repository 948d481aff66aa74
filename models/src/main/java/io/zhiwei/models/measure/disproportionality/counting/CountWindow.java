package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;

/** Which reports are counted, by the day of their first receipt. */
public enum CountWindow {
    /** All: for new products. */
    CUMULATIVE(0, 0),
    /** The calendar month and the 59 before it. */
    FIVE_YEARS(60, 0),
    /** The calendar month and the eleven before it. */
    TWELVE_MONTHS(12, 0),
    /** The day and the 89 before it: for trends. */
    NINETY_DAYS(0, 90);

    private final int months;
    private final int days;

    CountWindow(int months, int days) {
        this.months = months;
        this.days = days;
    }

    /**
     * Returns whether a report of a day is counted.
     *
     * @param day the report's day
     * @param asOf last day that is counted
     */
    public boolean contains(LocalDate day, LocalDate asOf) {
        return !day.isBefore(firstDay(asOf)) && !day.isAfter(asOf);
    }

    /** Returns the first day that is counted. */
    LocalDate firstDay(LocalDate asOf) {
        if (days > 0) {
            return asOf.minusDays(days - 1L);
        }
        return months > 0 ? asOf.withDayOfMonth(1).minusMonths(months - 1L) : LocalDate.MIN;
    }

    /** Returns whether its ends are days, not months. */
    boolean isOfDays() {
        return days > 0;
    }

    static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
