package io.zhiwei.models.measure.classifier.training;

import io.zhiwei.models.measure.classifier.EmbeddingHead;
import io.zhiwei.models.measure.classifier.SentenceEmbedding;
import io.zhiwei.models.measure.classifier.training.LogisticRegression.Row;
import java.util.List;

/** Trains the head over sentence embeddings. */
final class HeadTrainer {

    private static final int EPOCHS = 40;
    private static final double RATE = 0.3;
    private static final double DECAY = 2e-4;
    /** Embeddings have length 1; larger features learn in fewer steps. */
    private static final float STRETCH = 8f;

    private static final int[] ALL = new int[SentenceEmbedding.DIMENSIONS];

    static {
        for (int i = 0; i < ALL.length; i++) {
            ALL[i] = i;
        }
    }

    private final long seed;

    HeadTrainer(long seed) {
        this.seed = seed;
    }

    EmbeddingHead train(List<Normalised> samples, float[][] embeddings) {
        float[] importance = Normalised.importance(samples);
        Row[] rows = new Row[samples.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(ALL, stretched(embeddings[i]), samples.get(i).violating(), importance[i]);
        }
        LogisticRegression regression = new LogisticRegression(SentenceEmbedding.DIMENSIONS, RATE, DECAY);
        regression.train(rows, EPOCHS, seed);
        float[] weights = new float[SentenceEmbedding.DIMENSIONS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (regression.weights()[i] * STRETCH);
        }
        return new EmbeddingHead(weights, (float) regression.bias());
    }

    private static float[] stretched(float[] embedding) {
        float[] result = embedding.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= STRETCH;
        }
        return result;
    }
}
