package io.zhiwei.models.measure.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which payees wait for a payout that was expected more than five days ago. Payees beyond the bound are not followed. */
public final class MissedPayouts {

    private static final int PATIENCE_DAYS = 5;
    private static final double ORANGE = 0.1;
    private static final double RED = 0.2;

    private final int mostPayees;
    private final Map<String, Account> payees = new HashMap<>();

    private static final class Account {
        private final NavigableMap<Long, Integer> balance = new TreeMap<>();

        /** Expected counts for more, paid for less; what was paid in time or early settles what is due later. */
        private boolean waits(long dueBefore, long now) {
            int due = 0;
            for (var entry : balance.headMap(now, true).entrySet()) {
                due += entry.getKey() < dueBefore || entry.getValue() < 0 ? entry.getValue() : 0;
            }
            return due > 0;
        }
    }

    /** Makes an empty follower of at most so many payees. */
    public MissedPayouts(int mostPayees) {
        this.mostPayees = mostPayees;
    }

    /** Notes that a payee is to be paid on a day; 1 adds an expectation, -1 takes one back. */
    public void expect(String payee, long day, int count) {
        change(payee, 2 * day, count);
    }

    /** Notes that a payee was paid on a day; 1 adds a payment, -1 takes one back. */
    public void paid(String payee, long day, int count) {
        change(payee, 2 * day + 1, -count);
    }

    // Even places hold what was expected, odd ones what was paid, so that one map keeps both apart.
    private void change(String payee, long place, int count) {
        Account account = payees.get(payee);
        if (account == null) {
            if (payees.size() >= mostPayees) {
                return;
            }
            account = new Account();
            payees.put(payee, account);
        }
        int sum = account.balance.getOrDefault(place, 0) + count;
        if (sum == 0) {
            account.balance.remove(place);
        } else {
            account.balance.put(place, sum);
        }
        if (account.balance.isEmpty()) {
            payees.remove(payee);
        }
    }

    /** Returns the share of payees who wait on a day, 0 to 1; 0 where nobody is known. */
    public double share(long today) {
        if (payees.isEmpty()) {
            return 0;
        }
        long waiting = payees.values().stream()
                .filter(account -> account.waits(2 * (today - PATIENCE_DAYS), 2 * today + 1))
                .count();
        return waiting / (double) payees.size();
    }

    /** Judges: a tenth of the payees is watched, a fifth is high. */
    public static Tier judge(double share) {
        return Tier.of(share, ORANGE, RED);
    }
}
