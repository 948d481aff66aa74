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
    public Proportion.Interval precisionInterval() {
        return new Proportion(tp, tp + fp).interval();
    }

    /** Returns the 95 % interval of Wilson (1927) around recall. */
    public Proportion.Interval recallInterval() {
        return new Proportion(tp, tp + fn).interval();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
