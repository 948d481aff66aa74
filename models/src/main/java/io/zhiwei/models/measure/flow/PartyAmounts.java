package io.zhiwei.models.measure.flow;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Amounts by party, and how concentrated they are. Holds at most so many parties; those beyond count in the sum, and each
 * of their payments is taken for a party of its own, which lets the index fall by less than their share squared.
 */
public final class PartyAmounts {

    private static final int FAN_IN_WATCH = 50;
    private static final int FAN_IN = 150;
    private static final double DISPERSED = 0.02;

    private final int mostParties;
    private final Map<String, Long> amounts = new HashMap<>();
    private BigInteger squares = BigInteger.ZERO;
    private long total;

    /** Makes an empty account of at most so many parties. */
    public PartyAmounts(int mostParties) {
        this.mostParties = mostParties;
    }

    /** Adds what a party paid or got; a reversal adds the negative. */
    public void add(String party, long fen) {
        total += fen;
        Long before = amounts.get(party);
        if (before == null && amounts.size() >= mostParties) {
            return;
        }
        long old = before == null ? 0 : before;
        squares = squares.subtract(square(old)).add(square(old + fen));
        if (old + fen == 0) {
            amounts.remove(party);
        } else {
            amounts.put(party, old + fen);
        }
    }

    private static BigInteger square(long fen) {
        BigInteger value = BigInteger.valueOf(fen);
        return value.multiply(value);
    }

    /** Returns the parties with something left. */
    public int parties() {
        return amounts.size();
    }

    /** Returns the sum, fen. */
    public long total() {
        return total;
    }

    /** Returns the Herfindahl-Hirschman index of the shares, 0 to 1; 0 where nothing was paid. */
    public double concentration() {
        if (total <= 0) {
            return 0;
        }
        double sum = total;
        return squares.doubleValue() / sum / sum;
    }

    /** Judges the fan-in: fifty payers are watched, a hundred and fifty (法释〔2022〕5号 art 3) of small shares are high. */
    public Tier fanIn() {
        if (parties() >= FAN_IN && concentration() <= DISPERSED) {
            return Tier.HIGH;
        }
        return parties() >= FAN_IN_WATCH ? Tier.WATCH : Tier.NONE;
    }
}
