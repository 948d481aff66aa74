package io.zhiwei.models.measure.disproportionality;

/**
 * Fisher's noncentral hypergeometric distribution: the cell of a table with fixed margins, given the odds ratio. Sums run
 * outwards from the mode until terms no longer count, so their number grows with the spread and not with the margins.
 */
final class Hypergeometric {

    private static final double NEGLIGIBLE = 1e-18;

    private final double product;
    private final double event;
    private final double others;
    private final double low;
    private final double high;

    /** Fixes the margins. */
    Hypergeometric(TwoByTwo table) {
        if (!table.isWhole()) {
            throw new IllegalArgumentException("exact methods are for whole counts, not " + table);
        }
        this.product = table.product();
        this.event = table.event();
        this.others = table.d() - table.a();
        this.low = Math.max(0, -others);
        this.high = Math.min(product, event);
    }

    /** Returns the smallest value of the cell. */
    double low() {
        return low;
    }

    /** Returns the largest value of the cell. */
    double high() {
        return high;
    }

    /**
     * The distribution on both sides of a value of the cell.
     *
     * @param mean expected value of the cell
     * @param variance its variance
     * @param atMost probability of this value or less
     * @param meanAtMost expected value, given this value or less
     * @param atLeast probability of this value or more
     * @param meanAtLeast expected value, given this value or more
     */
    record Split(double mean, double variance, double atMost, double meanAtMost, double atLeast, double meanAtLeast) {}

    /** Returns the distribution around a value, for an odds ratio. */
    Split split(double at, double oddsRatio) {
        double mode = mode(oddsRatio);
        Sums sums = new Sums(at, mode);
        sums.add(mode, 1);
        double term = 1;
        for (double x = mode + 1; x <= high && term > NEGLIGIBLE * sums.all; x++) {
            term *= ratio(x) * oddsRatio;
            sums.add(x, term);
        }
        term = 1;
        for (double x = mode; x > low && term > NEGLIGIBLE * sums.all; x--) {
            term /= ratio(x) * oddsRatio;
            sums.add(x - 1, term);
        }
        return sums.split();
    }

    /** Returns how many times as likely a value is as the one below it, for an odds ratio of 1. */
    double ratio(double x) {
        return (product - x + 1) * (event - x + 1) / (x * (others + x));
    }

    /** Returns the likeliest value: the last that is at least as likely as the one below it. */
    private double mode(double oddsRatio) {
        double a = oddsRatio - 1;
        double b = (product + event + 2) * oddsRatio + others;
        double c = oddsRatio * (product + 1) * (event + 1);
        double root = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
        return Math.min(high, Math.max(low, Math.floor(root)));
    }

    /** Sums of terms and of their moments around the mode, which keeps the digits that raw moments would lose. */
    private static final class Sums {

        private final double at;
        private final double origin;
        private double all;
        private double first;
        private double second;
        private double below;
        private double firstBelow;
        private double above;
        private double firstAbove;

        Sums(double at, double origin) {
            this.at = at;
            this.origin = origin;
        }

        void add(double x, double term) {
            double moment = (x - origin) * term;
            all += term;
            first += moment;
            second += (x - origin) * moment;
            if (x <= at) {
                below += term;
                firstBelow += moment;
            }
            if (x >= at) {
                above += term;
                firstAbove += moment;
            }
        }

        Split split() {
            double mean = first / all;
            return new Split(
                    origin + mean,
                    second / all - mean * mean,
                    below / all,
                    origin + firstBelow / below,
                    above / all,
                    origin + firstAbove / above);
        }
    }
}
