package io.zhiwei.models.trial;

import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Threshold;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A model as it might be.
 *
 * @param name what is different about it
 * @param model the model
 */
public record Variant(String name, Model model) {

    /**
     * Returns the model with a threshold at values that are spread evenly over its range, both ends included.
     *
     * @param steps number of values, at least 2
     * @throws IllegalArgumentException if there is no such threshold
     */
    public static List<Variant> curve(Model model, String thresholdName, int steps) {
        Threshold threshold = model.threshold(thresholdName).orElse(null);
        if (threshold == null) {
            // Refuses with the names that there are.
            model.with(thresholdName, Double.NaN);
            return List.of();
        }
        return IntStream.range(0, steps)
                // Rounding must not lead out of the range.
                .mapToDouble(step -> Math.min(
                        threshold.max(), threshold.min() + (threshold.max() - threshold.min()) * step / (steps - 1)))
                .mapToObj(value -> new Variant(
                        thresholdName + "=" + String.format(Locale.ROOT, "%.3g", value),
                        model.with(thresholdName, value)))
                .toList();
    }
}
