package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score of 0 to 100 that every alert of the model shows beside its level, with the dimensions of which it consists.
 *
 * @param name name for the reader
 * @param dimensions what it consists of, in order
 * @param weightings how the dimensions weigh; the first that applies decides
 */
public record Index(LocalName name, List<Dimension> dimensions, List<Weighting> weightings) {

    private static final double WHOLE = 100;
    private static final double ROUNDING = 1e-9;

    /**
     * One side of the index: the greater of what its signs say together and of the step that a stated figure reaches.
     *
     * @param id name in the weightings
     * @param name name for the reader
     * @param signs indicators whose weights are joined by noisy-or
     * @param figure stated figure that is held against steps; null where there is none
     * @param steps steps in ascending order
     * @param line line in the file
     */
    public record Dimension(
            String id,
            LocalName name,
            List<String> signs,
            @Nullable String figure,
            List<Step> steps,
            int line) {}

    /**
     * A step of a dimension.
     *
     * @param above threshold of the model that the figure must lie above
     * @param value value of the dimension from there on, 0 to 100
     * @param line line in the file
     */
    public record Step(String above, double value, int line) {}

    /**
     * How the dimensions weigh.
     *
     * @param known stated figure that must be known; null where it applies always
     * @param percent weight of each dimension, together 100
     * @param line line in the file
     */
    public record Weighting(@Nullable String known, Map<String, Double> percent, int line) {}

    static @Nullable Index read(Yaml parent) {
        Yaml yaml = parent.find("index");
        if (yaml == null) {
            return null;
        }
        Index index = new Index(
                LocalName.read(yaml.get("name")),
                StreamRule.named(yaml, "dimensions", Index::dimension),
                weightings(yaml));
        index.refuseNonsense(yaml);
        yaml.refuseUnknownKeys();
        return index;
    }

    private static Dimension dimension(String id, Yaml yaml) {
        List<Step> steps = new ArrayList<>();
        for (Yaml step : yaml.list("steps")) {
            steps.add(new Step(step.text("above"), step.number("value"), step.line()));
            step.refuseUnknownKeys();
        }
        Dimension dimension = new Dimension(
                id,
                LocalName.read(yaml.get("name")),
                yaml.texts("signs"),
                yaml.has("figure") ? yaml.text("figure") : null,
                steps,
                yaml.line());
        if ((dimension.figure == null) != steps.isEmpty()) {
            yaml.refuse(id + ": figure and steps belong together. Give both or neither.");
        }
        yaml.refuseUnknownKeys();
        return dimension;
    }

    private static List<Weighting> weightings(Yaml yaml) {
        List<Weighting> result = new ArrayList<>();
        for (Yaml item : yaml.list("weightings")) {
            Map<String, Double> percent = new LinkedHashMap<>();
            item.get("percent").entries().forEach((id, weight) -> percent.put(id, weight.number()));
            result.add(new Weighting(item.has("known") ? item.text("known") : null, percent, item.line()));
            item.refuseUnknownKeys();
        }
        return result;
    }

    private void refuseNonsense(Yaml yaml) {
        List<String> ids = dimensions.stream().map(Dimension::id).toList();
        for (Weighting weighting : weightings) {
            for (String id : weighting.percent.keySet()) {
                if (!ids.contains(id)) {
                    yaml.refuse("there is no dimension '" + id + "'." + Problems.suggest(id, ids));
                }
            }
            double sum = weighting.percent.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (Math.abs(sum - WHOLE) > ROUNDING) {
                yaml.refuse("the weights of a weighting sum to " + sum + ", not 100.");
            }
        }
        if (weightings.isEmpty() || weightings.get(weightings.size() - 1).known != null) {
            yaml.refuse("the last weighting must apply always: leave out 'known'.");
        }
    }
}
