package io.zhiwei.models.measure.disproportionality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * The likelihood ratio test of Huang, Zalkikar and Tiwari (2011): does any event stand out among those of one product, and
 * which? The largest statistic is held against its distribution when counts fall on events by their share alone, drawn
 * from a seed; further events are judged against what is left (step-down), so the chance of any false one stays at α.
 */
public final class LikelihoodRatioTest {

    private LikelihoodRatioTest() {}

    /**
     * Counts of one product over events; or of one event over products.
     *
     * @param observed counts by event
     * @param shares share of each event in all counts; together at most 1, the rest falls on other events
     * @param total counts of the product, over these and other events
     */
    public record Counts(long[] observed, double[] shares, int total) {

        private static final double ROUNDING = 1e-9;

        /** Refuses counts that do not belong together. */
        public Counts {
            if (observed.length != shares.length) {
                throw new IllegalArgumentException(
                        observed.length + " counts have " + shares.length + " shares: give one for each");
            }
            if (Arrays.stream(observed).sum() > total) {
                throw new IllegalArgumentException("the counts exceed their total, " + total);
            }
            if (Arrays.stream(shares).sum() > 1 + ROUNDING) {
                throw new IllegalArgumentException("the shares of the events exceed 1: a report with several events"
                        + " counts several times, so divide by the sum over events, not by the number of reports");
            }
        }
    }

    /**
     * An event's place in the test.
     *
     * @param index place of the event in the counts
     * @param statistic its logarithm of the likelihood ratio
     * @param p its probability, adjusted for the number of events
     */
    public record Result(int index, double statistic, double p) {}

    /** Returns the logarithm of the likelihood ratio within the product; 0 where not more is observed than expected. */
    public static double statistic(TwoByTwo table) {
        return statistic(table.a(), table.expected(), table.product());
    }

    /** Returns all events, largest statistic first, with probabilities from so many draws. */
    public static List<Result> test(Counts counts, int draws, long seed) {
        int events = counts.observed().length;
        double[] statistics = statistics(counts, counts.observed());
        int[] order = IntStream.range(0, events)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -statistics[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] reached = reached(counts, statistics, order, new Draws(counts, seed), draws);
        double[] p = new double[events];
        for (int k = 0; k < events; k++) {
            double own = (1.0 + reached[k]) / (1 + draws);
            p[k] = k == 0 ? own : Math.max(own, p[k - 1]);
        }
        return IntStream.range(0, events)
                .mapToObj(k -> new Result(order[k], statistics[order[k]], p[k]))
                .toList();
    }

    /** Returns for each place how many draws had a statistic as large, among the events of that place and after. */
    private static int[] reached(Counts counts, double[] statistics, int[] order, Draws source, int draws) {
        int[] reached = new int[order.length];
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = statistics(counts, source.next());
            double largest = 0;
            for (int k = order.length - 1; k >= 0; k--) {
                largest = Math.max(largest, drawn[order[k]]);
                if (largest >= statistics[order[k]]) {
                    reached[k]++;
                }
            }
        }
        return reached;
    }

    private static double[] statistics(Counts counts, long[] observed) {
        double[] statistics = new double[observed.length];
        for (int i = 0; i < observed.length; i++) {
            statistics[i] = statistic(observed[i], counts.total() * counts.shares()[i], counts.total());
        }
        return statistics;
    }

    private static double statistic(double observed, double expected, double total) {
        if (!(observed > expected)) {
            return 0;
        }
        double rest = total - observed;
        double ofRest = rest == 0 ? 0 : rest * Math.log(rest / (total - expected));
        return observed * Math.log(observed / expected) + ofRest;
    }

    /** Counts as chance alone would spread them. */
    private static final class Draws {

        private final Counts counts;
        private final SharedStateDiscreteSampler sampler;

        Draws(Counts counts, long seed) {
            this.counts = counts;
            double[] shares = Arrays.copyOf(counts.shares(), counts.shares().length + 1);
            shares[shares.length - 1] =
                    Math.max(0, 1 - Arrays.stream(counts.shares()).sum());
            SplittableRandom random = new SplittableRandom(seed);
            this.sampler = AliasMethodDiscreteSampler.of(random::nextLong, shares);
        }

        long[] next() {
            long[] drawn = new long[counts.observed().length + 1];
            for (int i = 0; i < counts.total(); i++) {
                drawn[sampler.sample()]++;
            }
            return Arrays.copyOf(drawn, drawn.length - 1);
        }
    }
}
