package io.zhiwei.models.measure.cluster;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** How likely chance alone is to bring so many reports or more. */
public final class CountTails {

    private CountTails() {}

    /** Returns the probability of so many or more, where so many are expected. */
    public static double poisson(int observed, double expected) {
        return observed <= 0 ? 1 : RegularizedGamma.P.value(observed, expected);
    }

    /**
     * Returns the probability of so many or more of a product's reports with one batch.
     *
     * @param observed reports with the batch
     * @param reports reports of the product
     * @param share share of the batch among them that is usual, 0 to 1
     */
    public static double binomial(int observed, int reports, double share) {
        if (observed > reports) {
            throw new IllegalArgumentException(observed + " of " + reports + " reports cannot be: count the batch's"
                    + " reports among those of its product");
        }
        return observed <= 0 ? 1 : RegularizedBeta.value(share, observed, reports - observed + 1.0);
    }

    /**
     * Returns the probability of so many or more, where counts spread more than Poisson's.
     *
     * @param expected mean
     * @param size size r of the negative binomial; its variance is mean + mean²/r
     */
    public static double negativeBinomial(int observed, double expected, double size) {
        return observed <= 0 ? 1 : RegularizedBeta.value(expected / (expected + size), observed, size);
    }

    /** Returns the least count whose probability, of so many or more, is below a limit. */
    public static int leastBelow(double limit, double expected) {
        int count = 0;
        while (poisson(count, expected) >= limit) {
            count++;
        }
        return count;
    }
}
