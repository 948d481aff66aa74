package io.zhiwei.models.measure.flow;

/**
 * How many days the cash lasts.
 *
 * @param days with the inflow that the weeks before let expect; a very large number where it covers the obligations
 * @param stressDays if no new money comes
 * @param confidence 1 where the cash is known, 0.5 where it was estimated from the flows
 */
public record Runway(double days, double stressDays, double confidence) {

    private static final int HORIZON = 30;
    private static final double SMALLEST = 1;
    private static final double ORANGE_DAYS = 90;
    private static final double RED_DAYS = 30;
    private static final double ESTIMATED = 0.5;
    private static final double LONGEST = 36_500;

    /**
     * Returns the runway of known cash.
     *
     * @param cash fen
     * @param obligations of the next thirty days, fen
     * @param weeklyInflow new money by week, oldest first, fen
     */
    public static Runway of(double cash, double obligations, double[] weeklyInflow) {
        return of(cash, obligations, weeklyInflow, 1);
    }

    /** Returns the runway where the cash is only what came less what went. */
    public static Runway ofEstimatedCash(double netFlow, double obligations, double[] weeklyInflow) {
        return of(netFlow, obligations, weeklyInflow, ESTIMATED);
    }

    private static Runway of(double cash, double obligations, double[] weeklyInflow, double confidence) {
        double expected = HoltForecast.next(weeklyInflow, HORIZON);
        return new Runway(last(cash, obligations - expected), last(cash, obligations), confidence);
    }

    private static double last(double cash, double shortOfAMonth) {
        return Math.min(LONGEST, HORIZON * Math.max(0, cash) / Math.max(shortOfAMonth, SMALLEST));
    }

    /** Judges: ninety days are watched, thirty are high. */
    public Tier tier() {
        if (days <= RED_DAYS) {
            return Tier.HIGH;
        }
        return days <= ORANGE_DAYS ? Tier.WATCH : Tier.NONE;
    }
}
