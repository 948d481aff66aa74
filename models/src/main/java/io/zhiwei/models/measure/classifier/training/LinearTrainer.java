package io.zhiwei.models.measure.classifier.training;

import io.zhiwei.models.measure.classifier.LinearModel;
import io.zhiwei.models.measure.classifier.Ngrams;
import io.zhiwei.models.measure.classifier.training.LogisticRegression.Row;
import java.util.BitSet;
import java.util.List;

/**
 * Trains the n-gram model: logistic regression over features scaled by their naive-Bayes log-count ratio (Wang and
 * Manning, ACL 2012), which is hard to beat on short texts.
 */
final class LinearTrainer {

    private static final int EPOCHS = 12;
    private static final double RATE = 0.25;
    private static final double DECAY = 1e-4;
    private static final double SMOOTHING = 0.5;

    private final long seed;

    LinearTrainer(long seed) {
        this.seed = seed;
    }

    LinearModel train(List<Normalised> samples) {
        int[][] features = new int[samples.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = features(samples.get(i).text());
        }
        double[] ratio = ratios(samples, features);
        Row[] rows = new Row[features.length];
        float[] importance = Normalised.importance(samples);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(
                    features[i], scaled(features[i], ratio), samples.get(i).violating(), importance[i]);
        }
        LogisticRegression regression = new LogisticRegression(Ngrams.BUCKETS, RATE, DECAY);
        regression.train(rows, EPOCHS, seed);
        return quantised(regression, ratio);
    }

    /** Every n-gram of the text, repeated ones repeatedly, as the model will see it. */
    private static int[] features(String text) {
        int[] count = {0};
        Ngrams.visit(text, (bucket, start, end) -> count[0]++);
        int[] result = new int[count[0]];
        count[0] = 0;
        Ngrams.visit(text, (bucket, start, end) -> result[count[0]++] = bucket);
        return result;
    }

    private static float[] scaled(int[] features, double[] ratio) {
        float[] values = new float[features.length];
        double norm = Math.sqrt(features.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (ratio[features[i]] / norm);
        }
        return values;
    }

    private static double[] ratios(List<Normalised> samples, int[][] features) {
        double[] positive = new double[Ngrams.BUCKETS];
        double[] negative = new double[Ngrams.BUCKETS];
        java.util.Arrays.fill(positive, SMOOTHING);
        java.util.Arrays.fill(negative, SMOOTHING);
        double positives = 2 * SMOOTHING;
        double negatives = 2 * SMOOTHING;
        BitSet seen = new BitSet(Ngrams.BUCKETS);
        for (int i = 0; i < features.length; i++) {
            boolean violating = samples.get(i).violating();
            seen.clear();
            for (int feature : features[i]) {
                if (!seen.get(feature)) {
                    seen.set(feature);
                    (violating ? positive : negative)[feature]++;
                }
            }
            positives += violating ? 1 : 0;
            negatives += violating ? 0 : 1;
        }
        for (int feature = 0; feature < positive.length; feature++) {
            positive[feature] = Math.log(positive[feature] / positives) - Math.log(negative[feature] / negatives);
        }
        return positive;
    }

    private static LinearModel quantised(LogisticRegression regression, double[] ratio) {
        double largest = 1e-9;
        double[] weights = regression.weights();
        for (int i = 0; i < weights.length; i++) {
            largest = Math.max(largest, Math.abs(weights[i] * ratio[i]));
        }
        float scale = (float) (largest / Short.MAX_VALUE);
        short[] result = new short[weights.length];
        for (int i = 0; i < weights.length; i++) {
            result[i] = (short) Math.round(weights[i] * ratio[i] / scale);
        }
        return new LinearModel(result, scale, (float) regression.bias());
    }
}
