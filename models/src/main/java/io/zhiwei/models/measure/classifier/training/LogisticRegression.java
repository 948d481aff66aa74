package io.zhiwei.models.measure.classifier.training;

import java.util.Random;

/** Logistic regression by AdaGrad over sparse or dense rows: single-threaded and seeded, so that it can be repeated. */
final class LogisticRegression {

    private final double[] weights;
    private final double[] squares;
    private final double rate;
    private final double decay;
    private double bias;
    private double biasSquare = 1e-6;

    /**
     * Makes an untrained regression.
     *
     * @param dimensions number of features
     * @param rate step size
     * @param decay L2 penalty of a step
     */
    LogisticRegression(int dimensions, double rate, double decay) {
        this.weights = new double[dimensions];
        this.squares = new double[dimensions];
        java.util.Arrays.fill(squares, 1e-6);
        this.rate = rate;
        this.decay = decay;
    }

    /** Features of one row: indices and their values. */
    record Row(int[] indices, float[] values, boolean positive, float importance) {}

    void train(Row[] rows, int epochs, long seed) {
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int index : order) {
                step(rows[index]);
            }
        }
    }

    double logit(Row row) {
        double sum = bias;
        for (int i = 0; i < row.indices().length; i++) {
            sum += weights[row.indices()[i]] * row.values()[i];
        }
        return sum;
    }

    double[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }

    private void step(Row row) {
        double error = 1 / (1 + Math.exp(-logit(row))) - (row.positive() ? 1 : 0);
        double scaled = error * row.importance();
        for (int i = 0; i < row.indices().length; i++) {
            int feature = row.indices()[i];
            double gradient = scaled * row.values()[i] + decay * weights[feature];
            squares[feature] += gradient * gradient;
            weights[feature] -= rate * gradient / Math.sqrt(squares[feature]);
        }
        biasSquare += scaled * scaled;
        bias -= rate * scaled / Math.sqrt(biasSquare);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
