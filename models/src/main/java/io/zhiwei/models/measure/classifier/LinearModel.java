package io.zhiwei.models.measure.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A linear model over hashed character n-grams: microseconds for a text. Immutable and thread-safe. */
public final class LinearModel {

    private final short[] weights;
    private final float scale;
    private final float bias;

    /**
     * Makes a model.
     *
     * @param weights weight of each bucket, in units of {@code scale}
     * @param scale value of one unit
     * @param bias logit of a text without n-grams
     */
    public LinearModel(short[] weights, float scale, float bias) {
        if (weights.length != Ngrams.BUCKETS) {
            throw new IllegalArgumentException(
                    "the classifier has " + weights.length + " buckets, not " + Ngrams.BUCKETS + ". Train it again.");
        }
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
    }

    /** Returns the log-odds that a text violates. */
    public double logit(CharSequence normal) {
        Sum sum = new Sum();
        Ngrams.visit(normal, (bucket, start, end) -> sum.add(weights[bucket]));
        return sum.count == 0 ? bias : bias + sum.total * (double) scale / Math.sqrt(sum.count);
    }

    /**
     * Returns the spans of the text that speak most for a violation, best first, without overlap.
     *
     * @param normal normal form
     * @param most how many spans at most
     */
    public List<Span> strongest(CharSequence normal, int most) {
        double[] share = new double[normal.length()];
        Ngrams.visit(normal, (bucket, start, end) -> {
            double each = weights[bucket] * (double) scale / Math.max(1, end - start);
            for (int i = start; i < end; i++) {
                share[i] += each;
            }
        });
        return peaks(share, most);
    }

    short[] weights() {
        return weights;
    }

    float scale() {
        return scale;
    }

    float bias() {
        return bias;
    }

    private static List<Span> peaks(double[] share, int most) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        double total = 0;
        for (int i = 0; i <= share.length; i++) {
            boolean inside = i < share.length && share[i] > 0;
            if (inside) {
                start = start < 0 ? i : start;
                total += share[i];
            } else if (start >= 0) {
                spans.add(new Span(start, i, total));
                start = -1;
                total = 0;
            }
        }
        spans.sort(Comparator.comparingDouble(Span::contribution).reversed());
        return List.copyOf(spans.subList(0, Math.min(most, spans.size())));
    }

    /**
     * Part of a normal form and what it contributed.
     *
     * @param start first character
     * @param end character behind the last
     * @param contribution sum of its n-grams' weights, before the length is taken into account
     */
    public record Span(int start, int end, double contribution) {}

    private static final class Sum {
        private long total;
        private int count;

        void add(short weight) {
            total += weight;
            count++;
        }
    }
}
