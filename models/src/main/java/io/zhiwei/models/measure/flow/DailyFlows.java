package io.zhiwei.models.measure.flow;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Sums of money by day and kind over a bounded number of days. */
public final class DailyFlows {

    private final int keptDays;
    private final NavigableMap<Long, long[]> days = new TreeMap<>();

    /**
     * Makes an empty book.
     *
     * @param keptDays days that are kept behind the newest one
     */
    public DailyFlows(int keptDays) {
        if (keptDays < 1) {
            throw new IllegalArgumentException("keptDays is " + keptDays + ": keep at least one day.");
        }
        this.keptDays = keptDays;
    }

    /** Adds a sum; a reversal adds the negative. Days before the kept ones are let go. */
    public void add(long day, FlowKind kind, long fen) {
        if (!days.isEmpty() && day <= days.lastKey() - keptDays) {
            return;
        }
        long[] sums = days.computeIfAbsent(day, missing -> new long[FlowKind.values().length]);
        sums[kind.ordinal()] += fen;
        days.headMap(days.lastKey() - keptDays, true).clear();
    }

    /** Returns the sum of a kind from a day on and before another. */
    public long sum(FlowKind kind, long from, long before) {
        long total = 0;
        if (from < before) {
            for (long[] sums : days.subMap(from, before).values()) {
                total += sums[kind.ordinal()];
            }
        }
        return total;
    }

    /** Returns what earlier investors were paid, interest and principal, from a day on and before another. */
    public long payouts(long from, long before) {
        return sum(FlowKind.INTEREST, from, before) + sum(FlowKind.PRINCIPAL, from, before);
    }

    /** Returns the days for which sums are held. */
    public int size() {
        return days.size();
    }
}
