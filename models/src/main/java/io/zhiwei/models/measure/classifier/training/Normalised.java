package io.zhiwei.models.measure.classifier.training;

import java.util.List;

/**
 * A sample in the form in which the classifier will see it.
 *
 * @param source file that it comes from
 * @param violating label
 * @param text normal form
 */
record Normalised(String source, boolean violating, String text) {

    /** Returns how much each sample counts, so that both labels count the same in all. */
    static float[] importance(List<Normalised> samples) {
        long positives = samples.stream().filter(Normalised::violating).count();
        long negatives = samples.size() - positives;
        float[] result = new float[samples.size()];
        for (int i = 0; i < result.length; i++) {
            long same = samples.get(i).violating() ? positives : negatives;
            result[i] = same == 0 ? 1 : samples.size() / (2f * same);
        }
        return result;
    }
}
