package io.zhiwei.models.measure.report;

/**
 * What the agreement of one field says about two reports being the same case, in bits (hit-miss model; Copas, Hilton 1990;
 * Norén et al. 2005). A rare value that agrees says much, a common one little; a blank says nothing.
 *
 * @param discord c, how often the fields of two reports of one case are unrelated
 * @param deviation how often a number deviates a little although the case is the same; 0 for what is no number
 */
public record HitMiss(double discord, double deviation) {

    private static final double LOG_2 = Math.log(2);

    /** Refuses shares that cannot be. */
    public HitMiss {
        if (!(discord > 0 && discord < 1 && deviation >= 0 && discord + deviation < 1)) {
            throw new IllegalArgumentException("shares of unrelated and of deviating fields are between 0 and 1, not "
                    + discord + " and " + deviation);
        }
    }

    /**
     * Returns the model of a field.
     *
     * @param missed how often a field is wrong
     * @param blank how often it is empty
     */
    public static HitMiss of(double missed, double blank) {
        double given = 1 - blank;
        return new HitMiss(missed * (2 - missed - 2 * blank) / (given * given), 0);
    }

    /**
     * Returns what an agreement says.
     *
     * @param frequency share of all reports that have this value, above 0
     */
    public double match(double frequency) {
        return log2((1 - discord - deviation) / frequency + discord);
    }

    /**
     * Returns what a small deviation says.
     *
     * @param frequency share of all reports that have one of the values this near, above 0
     */
    public double near(double frequency) {
        return log2(deviation / frequency + discord);
    }

    /** Returns what a disagreement says. */
    public double mismatch() {
        return log2(discord);
    }

    static double log2(double x) {
        return Math.log(x) / LOG_2;
    }
}
