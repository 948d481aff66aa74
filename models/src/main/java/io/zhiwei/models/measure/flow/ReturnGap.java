package io.zhiwei.models.measure.flow;

/**
 * Promised against feasible return, percent a year.
 *
 * @param promised median rate of the contracts
 * @param feasible what the business can earn at best
 */
public record ReturnGap(double promised, double feasible) {

    private static final double DEPOSIT_SPREAD = 3;
    private static final double WATCH_GAP = 4;
    private static final double HIGH_GAP = 10;

    /** Where a promised rate stands (chair of the regulator, 2018-06-14; 民间借贷规定 art 25). */
    public enum Promise {
        /** Not above 6 %. */
        ORDINARY,
        /** Above 6 %: a question mark. */
        WATCH,
        /** Above 8 %: very dangerous. */
        YELLOW,
        /** Above 10 %: be ready to lose the principal. */
        ORANGE,
        /** Above four times the LPR, or above 24 %. */
        RED
    }

    /**
     * Returns the gap.
     *
     * @param promised median promised rate
     * @param industryReturn return on equity of the industry
     * @param depositRate one-year deposit rate
     * @param lpr one-year loan prime rate
     */
    public static ReturnGap of(double promised, double industryReturn, double depositRate, double lpr) {
        return new ReturnGap(
                promised, Math.min(Math.max(industryReturn, depositRate + DEPOSIT_SPREAD), lendingCeiling(lpr)));
    }

    /** Returns promised less feasible, percentage points. */
    public double gap() {
        return promised - feasible;
    }

    /** Judges the gap: above four points is watched, above ten is high. */
    public Tier tier() {
        if (gap() > HIGH_GAP) {
            return Tier.HIGH;
        }
        return gap() > WATCH_GAP ? Tier.WATCH : Tier.NONE;
    }

    /** Returns where the promise stands. */
    public Promise promise(double lpr) {
        if (promised > lendingCeiling(lpr) || promised > 24) {
            return Promise.RED;
        }
        if (promised > 10) {
            return Promise.ORANGE;
        }
        if (promised > 8) {
            return Promise.YELLOW;
        }
        return promised > 6 ? Promise.WATCH : Promise.ORDINARY;
    }

    private static double lendingCeiling(double lpr) {
        return 4 * lpr;
    }
}
