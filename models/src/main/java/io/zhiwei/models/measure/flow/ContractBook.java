package io.zhiwei.models.measure.flow;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Contracts of an enterprise with its investors: what it promised and what it owes when. Bounded by the distinct rates
 * (hundredths of a percent, at most 1,000 % a year) and due days.
 */
public final class ContractBook {

    private static final double BASIS_POINTS = 10_000;
    private static final int MONTHS = 12;
    private static final int HIGHEST_RATE = 100_000;

    private final NavigableMap<Integer, Long> principalByRate = new TreeMap<>();
    private final NavigableMap<Long, Long> dueByDay = new TreeMap<>();
    private long outstanding;

    /**
     * Adds a contract.
     *
     * @param fen principal
     * @param rateBasisPoints promised rate a year, hundredths of a percent; more than 1,000 % counts as that
     * @param dueDay day on which the principal is due
     */
    public void sign(long fen, int rateBasisPoints, long dueDay) {
        change(fen, rateBasisPoints, dueDay);
    }

    /** Takes a contract back, or away when its principal was paid. */
    public void end(long fen, int rateBasisPoints, long dueDay) {
        change(-fen, rateBasisPoints, dueDay);
    }

    private void change(long fen, int rateBasisPoints, long dueDay) {
        int rate = Math.max(0, Math.min(HIGHEST_RATE, rateBasisPoints));
        principalByRate.merge(rate, fen, ContractBook::sumOrGone);
        dueByDay.merge(dueDay, fen, ContractBook::sumOrGone);
        outstanding += fen;
    }

    @SuppressWarnings("NullAway") // null tells merge to take the key away
    private static Long sumOrGone(Long a, Long b) {
        return a + b == 0 ? null : Long.valueOf(a + b);
    }

    /** Returns the principal that is owed, fen. */
    public long outstanding() {
        return outstanding;
    }

    /** Returns the promised rate a year that half of the principal reaches or stays below, percent; empty without contracts. */
    public OptionalDouble medianRatePercent() {
        long reached = 0;
        for (var entry : principalByRate.entrySet()) {
            reached += entry.getValue();
            if (2 * reached >= outstanding && outstanding > 0) {
                return OptionalDouble.of(entry.getKey() / 100.0);
            }
        }
        return OptionalDouble.empty();
    }

    /** Returns interest of a month on all that is owed, fen. */
    public double monthlyInterest() {
        double yearly = 0;
        for (var entry : principalByRate.entrySet()) {
            yearly += entry.getValue() * (double) entry.getKey();
        }
        return yearly / BASIS_POINTS / MONTHS;
    }

    /** Returns the principal due from a day on and before another, fen. */
    public long dueBetween(long from, long before) {
        return dueByDay.subMap(from, before).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns obligations of the thirty days from a day on: interest of a month and principal that falls due, fen. */
    public double obligations(long today) {
        return monthlyInterest() + dueBetween(today, today + 30);
    }
}
