package io.zhiwei.models.measure.flow;

import java.util.OptionalDouble;

/** How fast the principal that was taken grows, a month. */
public final class Growth {

    private static final double WATCH = 0.3;
    private static final double HIGH = 0.6;
    private static final int HIGH_PAYERS = 100;
    private static final int MONTHS = 12;

    private Growth() {}

    /** Returns the growth of a month from sums ninety days apart; empty where there was nothing ninety days ago. */
    public static OptionalDouble monthly(long takenNow, long taken90DaysAgo) {
        return taken90DaysAgo <= 0 || takenNow < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.cbrt(takenNow / (double) taken90DaysAgo) - 1);
    }

    /** Judges: above 30 % is watched, above 60 % with a hundred payers is high. */
    public static Tier judge(double monthly, int payers) {
        if (monthly > HIGH && payers >= HIGH_PAYERS) {
            return Tier.HIGH;
        }
        return monthly > WATCH ? Tier.WATCH : Tier.NONE;
    }

    /** Returns whether promised interest and withdrawals outrun the growth: shares of a year and of a month. */
    public static boolean isUnsustainable(double monthly, double promisedYearly, double withdrawnMonthly) {
        return monthly < promisedYearly / MONTHS + withdrawnMonthly;
    }
}
