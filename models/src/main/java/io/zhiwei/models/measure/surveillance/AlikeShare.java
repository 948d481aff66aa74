package io.zhiwei.models.measure.surveillance;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The share that one kind has among all reports, from reports of days before: a beta distribution. Where all kinds grow alike, as in the
 * news or a reporting campaign, the share stays what it was, however many come.
 */
public final class AlikeShare {

    private final double alike;
    private final double others;

    /**
     * Takes what is known.
     *
     * @param alike reports of the kind on days before
     * @param others the other reports of those days
     * @param usual share of the kind where nothing is known, between 0 and 1; it counts as one report of the kind
     */
    public AlikeShare(double alike, double others, double usual) {
        if (!(usual > 0 && usual < 1)) {
            throw new IllegalArgumentException("the usual share is " + usual + ": give one between 0 and 1");
        }
        this.alike = 1 + alike;
        this.others = 1 / usual - 1 + others;
    }

    /** Returns the probability that of so many reports of a day this many or more are of the kind (beta-binomial). */
    public double atLeast(int ofKind, int all) {
        double tail = 0;
        for (int i = Math.max(0, ofKind); i <= all; i++) {
            tail += exactly(i, all);
        }
        return Math.min(1, tail);
    }

    private double exactly(int ofKind, int all) {
        double ways = LogGamma.value(all + 1.0) - LogGamma.value(ofKind + 1.0) - LogGamma.value(all - ofKind + 1.0);
        double chance = LogBeta.value(alike + ofKind, others + all - ofKind) - LogBeta.value(alike, others);
        return Math.exp(ways + chance);
    }
}
