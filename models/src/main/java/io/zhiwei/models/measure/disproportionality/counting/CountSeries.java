package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reports of one cell by the day of their receipt, in bounded space: single days for the last 90, months for the last five
 * years, and the sum of all. A step back is as good as a step forward, so any order of steps ends in the same counts.
 *
 * @param total all reports
 * @param weight all reports, each weighing as of {@link Decay#ORIGIN}
 * @param days the last days with reports, ascending, days since 1970
 * @param dayCounts reports of each
 * @param months earlier months with reports, ascending, months since the year 0
 * @param monthCounts reports of each
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never changed; lists would be several times as large.
public record CountSeries(int total, double weight, int[] days, int[] dayCounts, int[] months, int[] monthCounts) {

    private static final int[] NONE = {};

    /** No reports yet. */
    public static final CountSeries EMPTY = new CountSeries(0, 0, NONE, NONE, NONE, NONE);

    /**
     * Returns the series after a step.
     *
     * @param day day of the reports
     * @param by reports more, or fewer where negative
     * @param asOf last day of the epoch; never earlier than in the step before
     */
    public CountSeries plus(LocalDate day, int by, LocalDate asOf) {
        Draft draft = new Draft(this, asOf);
        draft.add(day, by);
        return draft.series();
    }

    /** Returns whether nothing is counted and nothing would be left to take back. */
    public boolean isEmpty() {
        return total == 0 && days.length == 0 && months.length == 0;
    }

    /**
     * Returns the reports in a window.
     *
     * @param asOf last day that is counted, not earlier than the last step's
     */
    public int in(CountWindow window, LocalDate asOf) {
        if (window == CountWindow.CUMULATIVE) {
            return total;
        }
        LocalDate first = window.firstDay(asOf);
        int sum = sumFrom(first.toEpochDay(), days, dayCounts);
        return window.isOfDays() ? sum : sum + sumFrom(CountWindow.month(first), months, monthCounts);
    }

    /**
     * Returns the reports of about a year before the last ninety days: of the calendar month in which they begin, as far as it
     * lies before them, and of the twelve months before it.
     */
    int yearBefore(LocalDate asOf) {
        LocalDate recent = CountWindow.NINETY_DAYS.firstDay(asOf);
        int firstMonth = CountWindow.month(recent) - 12;
        int sum = sumFrom(firstMonth, months, monthCounts);
        for (int i = 0; i < days.length && days[i] < recent.toEpochDay(); i++) {
            sum += CountWindow.month(LocalDate.ofEpochDay(days[i])) >= firstMonth ? dayCounts[i] : 0;
        }
        return sum;
    }

    /**
     * Returns the reports of one of the last twelve weeks.
     *
     * @param week 0 for the seven days that end with {@code asOf}
     */
    int ofWeek(int week, LocalDate asOf) {
        long last = asOf.toEpochDay() - 7L * week;
        return sumFrom(last - 6, days, dayCounts) - sumFrom(last + 1, days, dayCounts);
    }

    private static int sumFrom(long first, int[] keys, int[] counts) {
        int sum = 0;
        for (int i = keys.length - 1; i >= 0 && keys[i] >= first; i--) {
            sum += counts[i];
        }
        return sum;
    }

    /** Returns the reports, each weighing less the older it is; see {@link Decay}. */
    public double decayed(LocalDate asOf) {
        return total == 0 ? 0 : weight / Decay.weight(asOf);
    }

    /** A series on its way to the next. */
    private static final class Draft {

        private final long firstDay;
        private final int firstMonth;
        private final int total;
        private final double weight;
        private final Buckets days;
        private final Buckets months;
        private int step;
        private double weightStep;

        Draft(CountSeries before, LocalDate asOf) {
            this.firstDay = CountWindow.NINETY_DAYS.firstDay(asOf).toEpochDay();
            this.firstMonth = CountWindow.month(CountWindow.FIVE_YEARS.firstDay(asOf));
            this.total = before.total;
            this.weight = before.weight;
            this.days = new Buckets(before.days, before.dayCounts);
            this.months = new Buckets(before.months, before.monthCounts);
            for (int day : before.days) {
                if (day < firstDay) {
                    addMonth(LocalDate.ofEpochDay(day), days.take(day));
                }
            }
            for (int month : before.months) {
                if (month < firstMonth) {
                    months.take(month);
                }
            }
        }

        void add(LocalDate day, int by) {
            step += by;
            weightStep += by * Decay.weight(day);
            if (day.toEpochDay() >= firstDay) {
                days.add((int) day.toEpochDay(), by);
            } else {
                addMonth(day, by);
            }
        }

        private void addMonth(LocalDate day, int by) {
            int month = CountWindow.month(day);
            if (month >= firstMonth) {
                months.add(month, by);
            }
        }

        CountSeries series() {
            return new CountSeries(
                    total + step, weight + weightStep, days.keys(), days.counts(), months.keys(), months.counts());
        }
    }

    /** Counts by a number that ascends; those of 0 are not kept. */
    private static final class Buckets {

        private int[] keys;
        private int[] counts;

        Buckets(int[] keys, int[] counts) {
            this.keys = keys;
            this.counts = counts;
        }

        int[] keys() {
            return keys;
        }

        int[] counts() {
            return counts;
        }

        void add(int key, int by) {
            int place = Arrays.binarySearch(keys, key);
            int sum = place < 0 ? by : counts[place] + by;
            take(key);
            if (sum != 0) {
                insert(key, sum);
            }
        }

        private void insert(int key, int count) {
            int place = -Arrays.binarySearch(keys, key) - 1;
            keys = inserted(keys, place, key);
            counts = inserted(counts, place, count);
        }

        int take(int key) {
            int place = Arrays.binarySearch(keys, key);
            if (place < 0) {
                return 0;
            }
            int count = counts[place];
            keys = without(keys, place);
            counts = without(counts, place);
            return count;
        }

        private static int[] inserted(int[] values, int place, int value) {
            int[] longer = Arrays.copyOf(values, values.length + 1);
            System.arraycopy(values, place, longer, place + 1, values.length - place);
            longer[place] = value;
            return longer;
        }

        private static int[] without(int[] values, int place) {
            int[] shorter = Arrays.copyOf(values, values.length - 1);
            System.arraycopy(values, place + 1, shorter, place, shorter.length - place);
            return shorter;
        }
    }
}
