package io.zhiwei.models.measure.disproportionality;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** How likely chance alone is to bring so many reports of a pair. */
public final class PoissonTail {

    private PoissonTail() {}

    /** Returns the probability of so many or more, where so many are expected; observed counts may be real. */
    public static double atLeast(double observed, double expected) {
        return observed <= 0 ? 1 : RegularizedGamma.P.value(observed, expected);
    }
}
