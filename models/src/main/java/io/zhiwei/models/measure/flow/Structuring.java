package io.zhiwei.models.measure.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Payments that stay just below a reporting line (PBC Order 2016 no. 3), over the payments of a bounded window. */
public final class Structuring {

    private static final double NEAR = 0.9;
    private static final double HALF = 0.5;
    private static final double WATCH = 0.15;
    private static final int LEAST_PAYMENTS = 20;
    private static final double PEER_SIGMA = 3;
    private static final int SAME_PAYER = 3;
    private static final long DAY_MINUTES = 24L * 60;

    private final long line;
    private final double peerShare;
    private final Map<String, TreeMap<Long, Integer>> nearByPayer = new HashMap<>();
    private long near;
    private long half;

    /**
     * Makes an empty counter.
     *
     * @param lineFen reporting line, fen
     * @param peerShare usual share of payments just below the line among those from half of it on, above 0 and below 1
     */
    public Structuring(long lineFen, double peerShare) {
        if (!(peerShare > 0 && peerShare < 1)) {
            throw new IllegalArgumentException("peerShare is " + peerShare + ": it must lie between 0 and 1.");
        }
        this.line = lineFen;
        this.peerShare = peerShare;
    }

    /** Counts a payment; -1 takes it back, also when it leaves the window. */
    public void add(String payer, long fen, long minute, int count) {
        if (fen < HALF * line) {
            return;
        }
        half += count;
        if (fen >= NEAR * line && fen < line) {
            near += count;
            TreeMap<Long, Integer> minutes = nearByPayer.computeIfAbsent(payer, missing -> new TreeMap<>());
            int sum = minutes.getOrDefault(minute, 0) + count;
            if (sum == 0) {
                minutes.remove(minute);
            } else {
                minutes.put(minute, sum);
            }
            if (minutes.isEmpty()) {
                nearByPayer.remove(payer);
            }
        }
    }

    /** Returns the share of payments just below the line among those from half of it on; 0 without any. */
    public double share() {
        return half == 0 ? 0 : near / (double) half;
    }

    /** Returns how many standard deviations the share lies above that of peers. */
    public double deviation() {
        return half == 0 ? 0 : (share() - peerShare) / Math.sqrt(peerShare * (1 - peerShare) / half);
    }

    /** Returns whether some payer stayed just below the line three times within twenty-four hours. */
    public boolean isRepeatedByOne() {
        return nearByPayer.values().stream().anyMatch(Structuring::isRepeated);
    }

    private static boolean isRepeated(TreeMap<Long, Integer> minutes) {
        return minutes.keySet().stream()
                .anyMatch(minute -> minutes.subMap(minute, minute + DAY_MINUTES).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        >= SAME_PAYER);
    }

    /** Judges: an unusual share is watched; with one payer who repeats it, high. */
    public Tier tier() {
        boolean unusual = half >= LEAST_PAYMENTS && share() >= WATCH && deviation() >= PEER_SIGMA;
        if (unusual && isRepeatedByOne()) {
            return Tier.HIGH;
        }
        return unusual || isRepeatedByOne() ? Tier.WATCH : Tier.NONE;
    }
}
