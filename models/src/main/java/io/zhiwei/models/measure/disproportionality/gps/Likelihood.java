package io.zhiwei.models.measure.disproportionality.gps;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How likely counts are under a prior: each is Poisson with its expectation times a ratio drawn from the prior, hence
 * negative binomial.
 */
public final class Likelihood {

    private final int least;
    private final double[] expected;
    private final double[] logExpected;
    private final double[] weights;

    /** The distinct counts, and for each point the place of its own: terms of the count alone are computed once. */
    private final double[] counts;

    private final int[] countOf;

    /**
     * Takes counts.
     *
     * @param points the counts, squashed or not
     * @param least the smallest count that was kept: 1 where only pairs that occur are known; 0 where pairs without
     *     reports are among the points
     */
    public Likelihood(SquashedCounts points, int least) {
        if (least < 0) {
            throw new IllegalArgumentException("the smallest count kept is 0 or more, not " + least);
        }
        this.least = least;
        this.expected =
                IntStream.range(0, points.size()).mapToDouble(points::expected).toArray();
        this.logExpected = IntStream.range(0, points.size())
                .mapToDouble(i -> Math.log(points.expected(i)))
                .toArray();
        this.weights =
                IntStream.range(0, points.size()).mapToDouble(points::weight).toArray();
        double[] observed =
                IntStream.range(0, points.size()).mapToDouble(points::observed).toArray();
        this.counts = IntStream.range(0, points.size())
                .mapToDouble(points::observed)
                .distinct()
                .sorted()
                .toArray();
        this.countOf = IntStream.range(0, points.size())
                .map(i -> Arrays.binarySearch(counts, observed[i]))
                .toArray();
        if (counts.length > 0 && counts[0] < least) {
            throw new IllegalArgumentException("a count of " + counts[0] + " is below the smallest kept, " + least);
        }
    }

    /** Returns minus the sum of the logarithms of the likelihoods. */
    public double negativeLog(MixturePrior prior) {
        Component one = new Component(prior.alpha1(), prior.beta1());
        Component two = new Component(prior.alpha2(), prior.beta2());
        double logShare = Math.log(prior.share());
        double logRest = Math.log1p(-prior.share());
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double first = logShare + one.log(i);
            double second = logRest + two.log(i);
            double larger = Math.max(first, second);
            sum -= weights[i] * (larger + Math.log1p(Math.exp(Math.min(first, second) - larger)));
        }
        return sum;
    }

    /** One component of the mixture, with its terms of the count alone. */
    private final class Component {

        private final double alpha;
        private final double beta;
        private final double logBeta;
        private final double[] ofCount;

        Component(double alpha, double beta) {
            this.alpha = alpha;
            this.beta = beta;
            this.logBeta = Math.log(beta);
            double logGamma = LogGamma.value(alpha);
            this.ofCount = new double[counts.length];
            for (int k = 0; k < counts.length; k++) {
                ofCount[k] = rising(counts[k], logGamma);
            }
        }

        /** The logarithm of Γ(α+n) / (Γ(α) n!). */
        private double rising(double n, double logGamma) {
            return LogGamma.value(alpha + n) - logGamma - LogGamma.value(n + 1);
        }

        /** The logarithm of the probability of a point's count, given that it is among those kept. */
        double log(int point) {
            double logRest = -Math.log1p(expected[point] / beta);
            double logEvent = logExpected[point] - logBeta + logRest;
            int count = countOf[point];
            double log = ofCount[count] + alpha * logRest + counts[count] * logEvent;
            return least == 0 ? log : log - Math.log(kept(logRest, logEvent));
        }

        /** The probability of a count that is kept; expm1 keeps the digits where nearly all counts are 0. */
        private double kept(double logRest, double logEvent) {
            double kept = -Math.expm1(alpha * logRest);
            double term = Math.exp(alpha * logRest);
            for (int n = 1; n < least; n++) {
                term *= (alpha + n - 1) / n * Math.exp(logEvent);
                kept -= term;
            }
            return kept;
        }
    }
}
