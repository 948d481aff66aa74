package io.zhiwei.models.measure.flow;

import java.util.Map;
import java.util.TreeMap;

/** From how many places payers come. Regions are GB/T 2260 codes of six digits, at most a few thousand. */
public final class RegionSpread {

    private static final int PROVINCE_DIGITS = 2;
    private static final int WATCH = 3;
    private static final int HIGH = 5;
    private static final int MANY_DISTRICTS = 10;
    private static final int JUMP = 3;

    private final Map<String, Long> payers = new TreeMap<>();

    /** Counts a payer of a region; -1 takes one back. */
    public void add(String regionCode, long count) {
        long sum = payers.getOrDefault(regionCode, 0L) + count;
        if (sum == 0) {
            payers.remove(regionCode);
        } else {
            payers.put(regionCode, sum);
        }
    }

    /** Returns the districts. */
    public int districts() {
        return payers.size();
    }

    /** Returns the provinces. */
    public int provinces() {
        return (int) payers.keySet().stream()
                .map(code -> code.substring(0, Math.min(PROVINCE_DIGITS, code.length())))
                .distinct()
                .count();
    }

    /** Returns Shannon's entropy of the districts, bits. */
    public double entropy() {
        double total = payers.values().stream().mapToLong(Long::longValue).sum();
        double bits = 0;
        for (long count : payers.values()) {
            double share = count / total;
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    /** Judges: three provinces or ten districts are watched, five provinces are high. */
    public Tier tier() {
        if (provinces() >= HIGH) {
            return Tier.HIGH;
        }
        return provinces() >= WATCH || districts() >= MANY_DISTRICTS ? Tier.WATCH : Tier.NONE;
    }

    /** Returns whether the provinces rose by three or more since a count of sixty days ago. */
    public boolean hasJumpedFrom(int provincesBefore) {
        return provinces() - provincesBefore >= JUMP;
    }
}
