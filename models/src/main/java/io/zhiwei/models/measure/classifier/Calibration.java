package io.zhiwei.models.measure.classifier;

/**
 * Turns log-odds of models that know their training texts too well into honest probabilities.
 *
 * @param bias constant
 * @param linear weight of the n-gram model's log-odds
 * @param head weight of the embedding head's log-odds
 */
public record Calibration(double bias, double linear, double head) {

    /** Returns the probability from the n-gram model alone. */
    public double probability(double linearLogit) {
        return probability(linearLogit, 0);
    }

    /** Returns the probability from both models. */
    public double probability(double linearLogit, double headLogit) {
        return 1 / (1 + Math.exp(-(bias + linear * linearLogit + head * headLogit)));
    }
}
