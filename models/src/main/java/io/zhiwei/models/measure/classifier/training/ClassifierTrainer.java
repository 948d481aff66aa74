package io.zhiwei.models.measure.classifier.training;

import io.zhiwei.models.measure.classifier.Artifact;
import io.zhiwei.models.measure.classifier.Calibration;
import io.zhiwei.models.measure.classifier.EmbeddingHead;
import io.zhiwei.models.measure.classifier.LinearModel;
import io.zhiwei.models.measure.classifier.SentenceEmbedding;
import io.zhiwei.models.measure.classifier.training.LogisticRegression.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Trains both stages from a corpus. Calibration and evaluation rest on predictions for samples that the predicting model
 * has not seen (five folds).
 */
public final class ClassifierTrainer {

    private static final int FOLDS = 5;
    private static final double OPEN_FROM = 0.15;
    private static final double OPEN_TO = 0.97;

    private final UnaryOperator<String> normaliser;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * Makes a trainer.
     *
     * @param normaliser gives the normal form of a text
     * @param seed decides order and folds
     * @param progress receives a line for each step
     */
    public ClassifierTrainer(UnaryOperator<String> normaliser, long seed, Consumer<String> progress) {
        this.normaliser = normaliser;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What training made and how well it did on samples that it had not seen.
     *
     * @param artifact both stages
     * @param first first stage alone, at probability 0.5
     * @param both both stages, at probability 0.5
     */
    public record Result(Artifact artifact, Score first, Score both) {}

    /** Counts of right and wrong predictions. */
    public record Score(int tp, int fp, int fn, int tn) {

        /** Returns the harmonic mean of precision and recall. */
        public double f1() {
            return tp == 0 ? 0 : 2.0 * tp / (2.0 * tp + fp + fn);
        }
    }

    /** Trains on the samples. */
    public Result train(List<Sample> corpus) {
        List<Normalised> samples = corpus.stream()
                .map(sample -> new Normalised(sample.source(), sample.violating(), normaliser.apply(sample.text())))
                .toList();
        progress.accept("embedding " + samples.size() + " sentences");
        float[][] embeddings = embed(samples);
        progress.accept("evaluating on " + FOLDS + " folds");
        double[][] unseen = crossPredict(samples, embeddings);
        Calibration first = calibrate(samples, unseen, false);
        Calibration both = calibrate(samples, unseen, true);
        progress.accept("training on all");
        Artifact artifact = new Artifact(
                new LinearTrainer(seed).train(samples),
                new HeadTrainer(seed).train(samples, embeddings),
                first,
                both,
                OPEN_FROM,
                OPEN_TO);
        return new Result(artifact, score(samples, unseen, first, false), score(samples, unseen, both, true));
    }

    private float[][] embed(List<Normalised> samples) {
        float[][] result = new float[samples.size()][];
        int step = Math.max(1, samples.size() / 10);
        for (int i = 0; i < result.length; i++) {
            result[i] = SentenceEmbedding.shared().embed(samples.get(i).text());
            if ((i + 1) % step == 0) {
                progress.accept("  " + (i + 1) + " of " + samples.size());
            }
        }
        return result;
    }

    /** Log-odds of both stages for each sample, from models that were trained without its fold. */
    private double[][] crossPredict(List<Normalised> samples, float[][] embeddings) {
        int[] folds = new Random(seed).ints(samples.size(), 0, FOLDS).toArray();
        double[][] result = new double[samples.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Normalised> rest = new ArrayList<>();
            List<float[]> restEmbeddings = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] != fold) {
                    rest.add(samples.get(i));
                    restEmbeddings.add(embeddings[i]);
                }
            }
            LinearModel linear = new LinearTrainer(seed).train(rest);
            EmbeddingHead head = new HeadTrainer(seed).train(rest, restEmbeddings.toArray(float[][]::new));
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == fold) {
                    result[i] = new double[] {linear.logit(samples.get(i).text()), head.logit(embeddings[i])};
                }
            }
        }
        return result;
    }

    private Calibration calibrate(List<Normalised> samples, double[][] logits, boolean both) {
        float[] importance = Normalised.importance(samples);
        Row[] rows = new Row[samples.size()];
        int[] indices = both ? new int[] {0, 1} : new int[] {0};
        for (int i = 0; i < rows.length; i++) {
            float[] values = both
                    ? new float[] {(float) logits[i][0], (float) logits[i][1]}
                    : new float[] {(float) logits[i][0]};
            rows[i] = new Row(indices, values, samples.get(i).violating(), importance[i]);
        }
        LogisticRegression regression = new LogisticRegression(indices.length, 0.05, 0);
        regression.train(rows, 20, seed);
        return new Calibration(
                regression.bias(), regression.weights()[0], both ? regression.weights()[1] : 0);
    }

    private static Score score(List<Normalised> samples, double[][] logits, Calibration calibration, boolean both) {
        int[] counts = new int[4];
        for (int i = 0; i < logits.length; i++) {
            double probability =
                    both ? calibration.probability(logits[i][0], logits[i][1]) : calibration.probability(logits[i][0]);
            boolean said = probability >= 0.5;
            boolean violating = samples.get(i).violating();
            counts[(said ? 0 : 2) + (said == violating ? 0 : 1)]++;
        }
        return new Score(counts[0], counts[1], counts[3], counts[2]);
    }
}
