package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Level;

/**
 * An indicator that fired for a subject.
 *
 * @param indicatorId indicator of the model
 * @param value measured value
 * @param threshold threshold that the value reached
 * @param unit unit of both
 * @param weight weight of the indicator in this case, 0 to 100
 * @param confidence share of the weight that counts, 0 to 1
 * @param evaded whether the sign was visible only in the normal form of the text
 * @param floor level that an alert with this finding has at least
 * @param evidence the event that supports it
 */
public record Finding(
        String indicatorId,
        double value,
        double threshold,
        String unit,
        double weight,
        double confidence,
        boolean evaded,
        Level floor,
        Evidence evidence) {

    /** Returns the event that supports it. */
    public EventRef event() {
        return evidence.event();
    }

    /** Returns what the finding puts into the noisy-or, 0 to 100. */
    public double contribution() {
        return weight * confidence;
    }

    /** Returns the finding with another weight. */
    Finding withWeight(double other) {
        return new Finding(indicatorId, value, threshold, unit, other, confidence, evaded, floor, evidence);
    }

    /** Returns the finding with another confidence. */
    public Finding withConfidence(double other) {
        return new Finding(indicatorId, value, threshold, unit, weight, other, evaded, floor, evidence);
    }
}
