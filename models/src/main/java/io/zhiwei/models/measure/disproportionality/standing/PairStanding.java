package io.zhiwei.models.measure.disproportionality.standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a pair that stands out.
 *
 * @param told identifiers of the signals that were told, the first and the latest ones
 * @param reports reports at the last telling
 * @param serious serious ones at the last telling
 * @param fatal fatal ones at the last telling
 * @param grounds all grounds told so far, ascending
 * @param lowSince end of the epoch since which it meets no criterion by far, milliseconds; {@link #NOT_LOW} where it does
 */
public record PairStanding(
        List<String> told, long reports, long serious, long fatal, List<String> grounds, long lowSince) {

    /** It is not low. */
    public static final long NOT_LOW = Long.MIN_VALUE;

    private static final double GROWTH = 1.5;
    private static final long SERIOUS_GROWTH = 3;
    private static final double LOW = -0.1;
    private static final long FADES_AFTER = Duration.ofDays(60).toMillis();
    private static final int MOST_TOLD = 8;

    /** What became of a pair with a look. */
    public enum Change {
        /** Nothing to tell. */
        NONE,
        /** It stands out. */
        RAISED,
        /** It stands out more. */
        GROWN,
        /** It has not stood out for two months; what was told stays true. */
        FADED,
        /** Reports were taken back, and what was told does not hold. */
        WITHDRAWN
    }

    /**
     * A change, and how the pair stands after it.
     *
     * @param standing null where the pair does not stand out
     */
    public record Outcome(Change change, @Nullable PairStanding standing) {}

    /**
     * Returns what becomes of a pair.
     *
     * @param before how it stood; null where it did not stand out
     */
    public static Outcome next(@Nullable PairStanding before, Look look) {
        if (before == null) {
            return look.grounds().isEmpty() ? new Outcome(Change.NONE, null) : new Outcome(Change.RAISED, first(look));
        }
        return look.grounds().isEmpty() ? before.silent(look) : before.standsOut(look);
    }

    private static PairStanding first(Look look) {
        return new PairStanding(
                List.of(look.signal()), look.reports(), look.serious(), look.fatal(), look.grounds(), NOT_LOW);
    }

    private Outcome standsOut(Look look) {
        boolean grown = look.reports() >= GROWTH * reports
                || look.serious() >= serious + SERIOUS_GROWTH
                || look.fatal() > fatal
                || !grounds.containsAll(look.grounds());
        return grown
                ? new Outcome(Change.GROWN, with(look))
                : new Outcome(Change.NONE, new PairStanding(told, reports, serious, fatal, grounds, NOT_LOW));
    }

    private PairStanding with(Look look) {
        List<String> all = new ArrayList<>(told);
        if (!all.contains(look.signal())) {
            all.add(look.signal());
        }
        if (all.size() > MOST_TOLD) {
            all.remove(1);
        }
        TreeSet<String> grown = new TreeSet<>(grounds);
        grown.addAll(look.grounds());
        return new PairStanding(all, look.reports(), look.serious(), look.fatal(), List.copyOf(grown), NOT_LOW);
    }

    private Outcome silent(Look look) {
        if (look.reports() < reports) {
            return new Outcome(Change.WITHDRAWN, null);
        }
        if (look.component() >= LOW) {
            return new Outcome(Change.NONE, new PairStanding(told, reports, serious, fatal, grounds, NOT_LOW));
        }
        long since = lowSince == NOT_LOW ? look.epoch() : lowSince;
        return look.epoch() - since >= FADES_AFTER
                ? new Outcome(Change.FADED, null)
                : new Outcome(Change.NONE, new PairStanding(told, reports, serious, fatal, grounds, since));
    }
}
