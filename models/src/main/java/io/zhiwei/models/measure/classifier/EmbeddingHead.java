package io.zhiwei.models.measure.classifier;

/** A linear model over a sentence embedding. */
public final class EmbeddingHead {

    private final float[] weights;
    private final float bias;

    /** Makes a head from its weights, one per dimension, and its bias. */
    public EmbeddingHead(float[] weights, float bias) {
        if (weights.length != SentenceEmbedding.DIMENSIONS) {
            throw new IllegalArgumentException("the embedding head has " + weights.length + " weights, not "
                    + SentenceEmbedding.DIMENSIONS + ". Train it again.");
        }
        this.weights = weights;
        this.bias = bias;
    }

    /** Returns the log-odds that the embedded text violates. */
    public double logit(float[] embedding) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * embedding[i];
        }
        return sum;
    }

    float[] weights() {
        return weights;
    }

    float bias() {
        return bias;
    }
}
