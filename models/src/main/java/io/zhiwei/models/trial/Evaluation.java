package io.zhiwei.models.trial;

import java.util.List;

/**
 * How a model did on labelled cases. A case counts as alarmed from the lowest level on.
 *
 * @param model id of the model
 * @param tp violating and alarmed
 * @param fp legal and alarmed
 * @param fn violating and not alarmed
 * @param tn legal and not alarmed
 * @param wrong the cases that came out wrong
 */
public record Evaluation(String model, int tp, int fp, int fn, int tn, List<Outcome> wrong) {

    private static final double Z = 1.959963984540054;

    /** Returns the number of cases. */
    public int cases() {
        return tp + fp + fn + tn;
    }

    /** Returns the share of alarms that were right; 0 where there was none. */
    public double precision() {
        return share(tp, tp + fp);
    }

    /** Returns the share of violations that were alarmed; 0 where there was none. */
    public double recall() {
        return share(tp, tp + fn);
    }

    /** Returns the harmonic mean of precision and recall. */
    public double f1() {
        return tp == 0 ? 0 : 2.0 * tp / (2.0 * tp + fp + fn);
    }

    /** Returns the 95 % interval of Wilson (1927) around precision. */
    public Interval precisionInterval() {
        return wilson(tp, tp + fp);
    }

    /** Returns the 95 % interval of Wilson (1927) around recall. */
    public Interval recallInterval() {
        return wilson(tp, tp + fn);
    }

    /** An interval of shares, 0 to 1. */
    public record Interval(double low, double high) {}

    static Interval wilson(int hits, int trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = share(hits, trials);
        double square = Z * Z;
        double centre = share + square / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + square / (4.0 * trials * trials));
        double scale = 1 + square / trials;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
