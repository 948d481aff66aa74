package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Forgetting by halves: a report weighs half after a year. Weights are kept as of one fixed day, so that a sum needs no
 * update as time goes by and a report can be taken back; counts become real numbers, which neither Yates' correction nor
 * Fisher's test takes.
 */
public final class Decay {

    /** The day of which weights are kept. */
    public static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);

    /** Days after which a report weighs half. */
    public static final double HALF_LIFE_DAYS = 365;

    private Decay() {}

    /** Returns what a report of a day weighs among others, as of the origin: more, the later it is. */
    public static double weight(LocalDate day) {
        return Math.pow(2, ChronoUnit.DAYS.between(ORIGIN, day) / HALF_LIFE_DAYS);
    }

    /** Returns what a report weighs after so many days. */
    public static double after(double days) {
        return Math.pow(2, -days / HALF_LIFE_DAYS);
    }
}
