package io.zhiwei.models.measure.flow;

import java.util.List;
import java.util.OptionalDouble;

/** Share of the payouts that only new money can have paid, and how far new money covers them. */
public final class PonziRatio {

    private static final int LEAST_INVESTORS = 30;
    private static final double WATCH = 0.5;
    private static final double HIGH = 0.8;
    private static final int WATCH_MONTHS = 2;
    private static final int HIGH_MONTHS = 3;
    private static final double WATCHED_COVER = 1.5;

    private PonziRatio() {}

    /**
     * Returns (P - R - B0) / P, not below 0 and not above 1; empty where nothing was paid, no new money came, or fewer than
     * thirty investors are known.
     *
     * @param payouts paid to earlier investors, fen
     * @param newMoney taken from investors, fen
     * @param receipts real receipts, fen
     * @param opening non-investor money at the start, fen
     * @param investors investors so far
     */
    public static OptionalDouble of(long payouts, long newMoney, long receipts, long opening, int investors) {
        if (payouts <= 0 || newMoney <= 0 || investors < LEAST_INVESTORS) {
            return OptionalDouble.empty();
        }
        double ratio = (payouts - receipts - opening) / (double) payouts;
        return OptionalDouble.of(Math.min(1, Math.max(0, ratio)));
    }

    /** Returns new money divided by payouts; empty where nothing was paid. */
    public static OptionalDouble newMoneyCover(long newMoney, long payouts) {
        return payouts <= 0 ? OptionalDouble.empty() : OptionalDouble.of(newMoney / (double) payouts);
    }

    /** Judges the ratios of months, oldest first: two months from 0.5 on are watched, three from 0.8 on are high. */
    public static Tier judge(List<OptionalDouble> months) {
        if (lastAtLeast(months, HIGH, HIGH_MONTHS)) {
            return Tier.HIGH;
        }
        return lastAtLeast(months, WATCH, WATCH_MONTHS) ? Tier.WATCH : Tier.NONE;
    }

    /** Judges covers of periods, oldest first: below 1.5 is watched, two periods below 1 are high. */
    public static Tier judgeCover(List<OptionalDouble> periods) {
        int count = periods.size();
        if (count >= 2
                && periods.get(count - 1).orElse(Double.MAX_VALUE) < 1
                && periods.get(count - 2).orElse(Double.MAX_VALUE) < 1) {
            return Tier.HIGH;
        }
        return count > 0 && periods.get(count - 1).orElse(Double.MAX_VALUE) < WATCHED_COVER ? Tier.WATCH : Tier.NONE;
    }

    private static boolean lastAtLeast(List<OptionalDouble> months, double least, int needed) {
        return months.size() >= needed
                && months.subList(months.size() - needed, months.size()).stream()
                        .allMatch(ratio -> ratio.orElse(-1) >= least);
    }
}
