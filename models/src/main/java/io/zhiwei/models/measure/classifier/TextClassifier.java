package io.zhiwei.models.measure.classifier;

import io.zhiwei.models.measure.classifier.LinearModel.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A learned score of a text in two stages: a linear model for all, and sentence embeddings only for texts that the first
 * stage leaves open. Thread-safe.
 */
public final class TextClassifier {

    private static final int SPANS = 3;
    private static final int REMEMBERED = 4_096;

    private final Artifact artifact;
    private final boolean secondStage;
    /** The second stage's answers to the latest texts: the same creative stands on many pages. */
    private final Map<String, Double> remembered = Collections.synchronizedMap(new LatestAnswers());

    /**
     * Makes a classifier.
     *
     * @param artifact what training made
     * @param secondStage whether the embedding stage runs
     */
    public TextClassifier(Artifact artifact, boolean secondStage) {
        this.artifact = artifact;
        this.secondStage = secondStage;
    }

    /**
     * What the classifier says of a text.
     *
     * @param probability that the text violates, 0 to 1
     * @param linear what the first stage alone says
     * @param embedded whether the second stage was asked
     */
    public record Verdict(double probability, double linear, boolean embedded) {}

    /** Returns the verdict on a normal form. */
    public Verdict judge(String normal) {
        double linearLogit = artifact.linear().logit(normal);
        double linear = artifact.first().probability(linearLogit);
        if (!secondStage || !artifact.leavesOpen(linear)) {
            return new Verdict(linear, linear, false);
        }
        double headLogit = remembered.computeIfAbsent(
                normal, text -> artifact.head().logit(SentenceEmbedding.shared().embed(text)));
        return new Verdict(artifact.both().probability(linearLogit, headLogit), linear, true);
    }

    /** Returns the parts of a normal form that speak most for a violation. */
    public List<Span> strongest(String normal) {
        return artifact.linear().strongest(normal, SPANS);
    }

    /** Forgets the answer that was not asked for the longest time. */
    private static final class LatestAnswers extends LinkedHashMap<String, Double> {

        private static final long serialVersionUID = 1L;

        LatestAnswers() {
            super(REMEMBERED, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > REMEMBERED;
        }
    }
}
