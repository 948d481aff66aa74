package io.zhiwei.models.measure.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Kulldorff's temporal scan statistic: the stretch of days in which reports crowd most, and how often chance alone crowds
 * as much when all reports fall on days by their usual share. Drawn from a seed, so that the same counts say the same.
 */
public final class TemporalScan {

    /** Draws that are usual. */
    public static final int DRAWS = 999;

    private final double[] shares;
    private final boolean endsToday;
    private final int longest;

    private TemporalScan(double[] shares, boolean endsToday) {
        this.shares = shares;
        this.endsToday = endsToday;
        this.longest = Math.max(1, shares.length / 2);
    }

    /**
     * The stretch that crowds most.
     *
     * @param firstDay its first day
     * @param lastDay its last day
     * @param observed reports in it
     * @param expected reports in it by the usual share of its days
     * @param statistic logarithm of the likelihood ratio
     * @param p probability that chance alone crowds as much anywhere
     */
    public record Crowding(int firstDay, int lastDay, int observed, double expected, double statistic, double p) {

        /** Returns after how many daily looks chance alone brings one as large. */
        public double recurrenceDays() {
            return 1 / p;
        }
    }

    /** Returns a scan for stretches anywhere, of one day to half of all. */
    public static TemporalScan anywhere(double... shares) {
        return new TemporalScan(normal(shares), false);
    }

    /** Returns a scan for stretches that last until the last day: is something going on now? */
    public static TemporalScan untilToday(double... shares) {
        return new TemporalScan(normal(shares), true);
    }

    /** Returns the shares of days that are all alike. */
    public static double[] even(int days) {
        double[] shares = new double[days];
        Arrays.fill(shares, 1);
        return shares;
    }

    private static double[] normal(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        if (!(sum > 0 && Arrays.stream(shares).allMatch(share -> share >= 0))) {
            throw new IllegalArgumentException(
                    "no day has a share: give each day what is usual for it, not " + Arrays.toString(shares));
        }
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Returns the logarithm of the likelihood ratio of a stretch; 0 where not more came than was expected. */
    public static double statistic(double observed, double total, double expected) {
        if (!(observed > expected)) {
            return 0;
        }
        double rest = total - observed;
        double ofRest = rest == 0 ? 0 : rest * Math.log(rest / (total - expected));
        return observed * Math.log(observed / expected) + ofRest;
    }

    /**
     * Returns the stretch that crowds most.
     *
     * @param counts reports by day
     * @param draws counts drawn for comparison
     * @param seed where the draws begin
     */
    public Crowding scan(int[] counts, int draws, long seed) {
        if (counts.length != shares.length) {
            throw new IllegalArgumentException(
                    counts.length + " days have " + shares.length + " shares: give one for each");
        }
        int total = Arrays.stream(counts).sum();
        Crowding largest = largest(counts, total);
        SplittableRandom random = new SplittableRandom(seed);
        SharedStateDiscreteSampler days = AliasMethodDiscreteSampler.of(random::nextLong, shares);
        int reached = 0;
        for (int draw = 0; draw < draws; draw++) {
            int[] drawn = new int[shares.length];
            for (int i = 0; i < total; i++) {
                drawn[days.sample()]++;
            }
            reached += largest(drawn, total).statistic() >= largest.statistic() ? 1 : 0;
        }
        return new Crowding(
                largest.firstDay,
                largest.lastDay,
                largest.observed,
                largest.expected,
                largest.statistic,
                (1.0 + reached) / (1 + draws));
    }

    /** The probability is not known yet. */
    private Crowding largest(int[] counts, int total) {
        Crowding largest = new Crowding(counts.length - 1, counts.length - 1, 0, 0, -1, 1);
        for (int last = endsToday ? counts.length - 1 : 0; last < counts.length; last++) {
            int observed = 0;
            double share = 0;
            for (int first = last; first >= 0 && first > last - longest; first--) {
                observed += counts[first];
                share += shares[first];
                double statistic = statistic(observed, total, total * share);
                if (statistic > largest.statistic) {
                    largest = new Crowding(first, last, observed, total * share, statistic, 1);
                }
            }
        }
        return largest;
    }
}
