package io.zhiwei.models.measure.disproportionality.gps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The prior under which counts are likeliest, found from five starts.
 *
 * @param prior the prior, larger mean first
 * @param negativeLogLikelihood minus the logarithm of its likelihood
 * @param agreeing starts that ended at the same likelihood; one alone has found a hollow, not the bottom
 */
public record PriorFit(MixturePrior prior, double negativeLogLikelihood, int agreeing) {

    private static final List<MixturePrior> STARTS = List.of(
            new MixturePrior(0.2, 0.1, 2, 4, 1.0 / 3),
            new MixturePrior(0.1, 0.1, 10, 10, 0.2),
            new MixturePrior(0.3, 0.5, 6, 6, 0.5),
            new MixturePrior(0.5, 0.3, 12, 12, 0.8),
            new MixturePrior(0.2, 0.2, 5, 5, 0.4));

    private static final double SMALLEST = 1e-5;
    private static final double LARGEST = 20;
    private static final double SMALLEST_SHARE = 0.001;
    private static final int DIMENSIONS = 5;
    private static final int SHARE = 4;
    private static final int INTERPOLATION_POINTS = 2 * DIMENSIONS + 1;
    private static final double FIRST_RADIUS = 0.5;
    private static final double LAST_RADIUS = 1e-6;
    private static final int MOST_EVALUATIONS = 5_000;
    private static final double SAME_LIKELIHOOD = 1e-3;
    private static final int ENOUGH = 2;

    /** Returns whether the fit may be used: two starts at least ended at the same place. */
    public boolean isReliable() {
        return agreeing >= ENOUGH;
    }

    /**
     * Fits a prior; empty where no start came to an end, as with too few pairs.
     *
     * @param likelihood the counts
     */
    public static Optional<PriorFit> of(Likelihood likelihood) {
        List<PriorFit> ends = STARTS.parallelStream()
                .map(start -> from(start, likelihood))
                .flatMap(Optional::stream)
                .toList();
        return ends.stream()
                .min(Comparator.comparingDouble(PriorFit::negativeLogLikelihood))
                .map(best -> new PriorFit(best.prior, best.negativeLogLikelihood, (int)
                        ends.stream().filter(end -> end.agreesWith(best)).count()));
    }

    private boolean agreesWith(PriorFit other) {
        return Math.abs(negativeLogLikelihood - other.negativeLogLikelihood) <= SAME_LIKELIHOOD;
    }

    private static Optional<PriorFit> from(MixturePrior start, Likelihood likelihood) {
        BOBYQAOptimizer optimizer = new BOBYQAOptimizer(INTERPOLATION_POINTS, FIRST_RADIUS, LAST_RADIUS);
        try {
            PointValuePair end = optimizer.optimize(
                    new MaxEval(MOST_EVALUATIONS),
                    GoalType.MINIMIZE,
                    new ObjectiveFunction(point -> likelihood.negativeLog(prior(point))),
                    new InitialGuess(point(start)),
                    bounds());
            return Optional.of(new PriorFit(prior(end.getPoint()).ordered(), end.getValue(), 1));
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    private static SimpleBounds bounds() {
        double[] low = new double[DIMENSIONS];
        double[] high = new double[DIMENSIONS];
        Arrays.fill(low, Math.log(SMALLEST));
        Arrays.fill(high, Math.log(LARGEST));
        low[SHARE] = logit(SMALLEST_SHARE);
        high[SHARE] = logit(1 - SMALLEST_SHARE);
        return new SimpleBounds(low, high);
    }

    /** Logarithms make steps relative: the parameters differ by orders of magnitude. */
    private static double[] point(MixturePrior prior) {
        double[] theta = prior.theta();
        double[] point = new double[DIMENSIONS];
        for (int i = 0; i < SHARE; i++) {
            point[i] = Math.log(theta[i]);
        }
        point[SHARE] = logit(theta[SHARE]);
        return point;
    }

    private static MixturePrior prior(double[] point) {
        return new MixturePrior(
                Math.exp(point[0]),
                Math.exp(point[1]),
                Math.exp(point[2]),
                Math.exp(point[3]),
                1 / (1 + Math.exp(-point[SHARE])));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
