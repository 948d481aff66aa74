package io.zhiwei.models.measure.disproportionality;

import static org.apache.commons.numbers.gamma.Digamma.value;

import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The Bayesian confidence propagation neural network: the information component under beta priors of both margins and of
 * the cell, before {@link InformationComponent} replaced it. Kept because Chinese practice quotes it.
 */
public final class Bcpnn {

    private static final double LOG_2 = Math.log(2);

    private Bcpnn() {}

    /** Returns the closed form of Bate et al. (1998); the bounds lie two standard deviations away. */
    public static Estimate closedForm(TwoByTwo table) {
        double n = table.reports();
        double product = table.product() + 1;
        double event = table.event() + 1;
        double cell = table.a() + 1;
        double gamma = square(n + 2) / (product * event);
        double value = InformationComponent.log2(cell * square(n + 2) / ((n + gamma) * product * event));
        double variance = (n - cell + gamma) / (cell * (1 + n + gamma))
                + (n - product + 2) / (product * (n + 3))
                + (n - event + 2) / (event * (n + 3));
        double twice = 2 * Math.sqrt(variance) / LOG_2;
        return new Estimate(value, value - twice, value + twice);
    }

    /** Returns mean and 95 % interval from the exact moments of the logarithms of the three beta distributions. */
    public static Estimate digammaForm(TwoByTwo table) {
        double n = table.reports();
        double product = 1 + table.product();
        double event = 1 + table.event();
        double cell = 1 + table.a();
        double rest = n - cell + square(n + 2) / (product * event);
        double all = n + 2;
        double mean = value(cell) - value(cell + rest) - value(product) + value(all) - value(event) + value(all);
        double variance = Trigamma.value(cell)
                - Trigamma.value(cell + rest)
                + Trigamma.value(product)
                + Trigamma.value(event)
                - 2 * Trigamma.value(all);
        return Estimate.normal(mean / LOG_2, Math.sqrt(variance) / LOG_2);
    }

    private static double square(double x) {
        return x * x;
    }
}
