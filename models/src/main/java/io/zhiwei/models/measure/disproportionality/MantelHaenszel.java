package io.zhiwei.models.measure.disproportionality;

import java.util.List;

/**
 * Ratios and expectation over strata, each of which is compared with itself only: what age, sex, year or place explain is
 * gone. Few strata with many reports; where strata hold less than half an expected report, they add noise.
 */
public final class MantelHaenszel {

    private MantelHaenszel() {}

    /** Returns the odds ratio with the interval of Robins, Breslow and Greenland (1986). */
    public static Estimate odds(List<TwoByTwo> strata) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        for (TwoByTwo table : strata) {
            double n = table.reports();
            if (n > 0) {
                double concordant = table.a() * table.d() / n;
                double discordant = table.b() * table.c() / n;
                double p = (table.a() + table.d()) / n;
                double q = (table.b() + table.c()) / n;
                r += concordant;
                s += discordant;
                pr += p * concordant;
                mixed += p * discordant + q * concordant;
                qs += q * discordant;
            }
        }
        return estimate(r / s, pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
    }

    /** Returns the proportional reporting ratio with the interval of Greenland and Robins (1985). */
    public static Estimate proportional(List<TwoByTwo> strata) {
        double r = 0;
        double s = 0;
        double spread = 0;
        for (TwoByTwo table : strata) {
            double n = table.reports();
            if (n > 0) {
                double product = table.product();
                double others = table.c() + table.d();
                r += table.a() * others / n;
                s += table.c() * product / n;
                spread += (product * others * table.event() - table.a() * table.c() * n) / (n * n);
            }
        }
        return estimate(r / s, spread / (r * s));
    }

    /** Returns the reports with both that independence within each stratum expects. */
    public static double expected(List<TwoByTwo> strata) {
        return strata.stream().mapToDouble(TwoByTwo::expected).sum();
    }

    private static Estimate estimate(double ratio, double variance) {
        boolean hasInterval = ratio > 0 && Double.isFinite(ratio) && Double.isFinite(variance);
        return hasInterval ? Estimate.logNormal(ratio, Math.sqrt(variance)) : Estimate.bare(ratio);
    }
}
