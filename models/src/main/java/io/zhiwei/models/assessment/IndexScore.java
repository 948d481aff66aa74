package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Index;
import io.zhiwei.models.definition.Index.Dimension;
import io.zhiwei.models.definition.Index.Step;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Threshold;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model's index says of an episode.
 *
 * @param score 0 to 100
 * @param dimensions value of each dimension, 0 to 100, in the order of the model
 * @param percent weight of each dimension, together 100
 */
public record IndexScore(double score, Map<String, Double> dimensions, Map<String, Double> percent) {

    private static final double WHOLE = 100;

    /** Computes the index of the signs of an episode. */
    static IndexScore of(Index index, Model model, Map<String, Sign> signs) {
        Map<String, Double> figures = figures(signs.values());
        Map<String, Double> percent = percent(index, figures);
        Map<String, Double> dimensions = new LinkedHashMap<>();
        double sum = 0;
        for (Dimension dimension : index.dimensions()) {
            double value = Math.max(together(dimension, signs), step(dimension, model, figures));
            dimensions.put(dimension.id(), rounded(value));
            sum += value * percent.getOrDefault(dimension.id(), 0.0) / WHOLE;
        }
        return new IndexScore(rounded(sum), dimensions, percent);
    }

    private static Map<String, Double> figures(Collection<Sign> signs) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Sign sign : signs) {
            sign.statement().figures().forEach(figure -> figures.put(figure.name(), figure.value()));
        }
        return figures;
    }

    private static Map<String, Double> percent(Index index, Map<String, Double> figures) {
        return index.weightings().stream()
                .filter(weighting -> weighting.known() == null || figures.containsKey(weighting.known()))
                .findFirst()
                .map(Index.Weighting::percent)
                .orElse(Map.of());
    }

    /** Noisy-or of the weights of the dimension's signs. */
    private static double together(Dimension dimension, Map<String, Sign> signs) {
        double innocent = 1;
        for (String id : dimension.signs()) {
            Sign sign = signs.get(id);
            if (sign != null) {
                innocent *= 1 - Math.min(WHOLE, sign.strongest().contribution()) / WHOLE;
            }
        }
        return WHOLE * (1 - innocent);
    }

    private static double step(Dimension dimension, Model model, Map<String, Double> figures) {
        Double figure = dimension.figure() == null ? null : figures.get(dimension.figure());
        double reached = 0;
        for (Step step : dimension.steps()) {
            double above = model.threshold(step.above()).map(Threshold::value).orElse(Double.MAX_VALUE);
            if (figure != null && figure > above) {
                reached = Math.max(reached, step.value());
            }
        }
        return reached;
    }

    private static double rounded(double value) {
        return Math.round(value * WHOLE) / WHOLE;
    }
}
