package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report adds to the counts: 1 to all reports of each of its populations, and there to each of its products, to each
 * of its events and to each pair of them. Two products that stand as one are held against the whole population.
 *
 * @param day day under which it is counted
 * @param layers where it is compared, and for which products
 * @param events its events
 * @param unlisted those of its events that the package insert does not name
 * @param serious whether it is serious
 * @param fatal whether the patient died
 */
public record Contribution(
        LocalDate day, List<Layer> layers, List<String> events, List<String> unlisted, boolean serious, boolean fatal) {

    private Map<Cell, Step> steps() {
        Map<Cell, Step> steps = new LinkedHashMap<>();
        Step report = step(false);
        for (Layer layer : layers) {
            String population = layer.population();
            layer.products().forEach(product -> steps.put(Cell.ofProduct(population, product), report));
            if (!Populations.isTogether(population)) {
                steps.put(Cell.all(population), report);
                events.forEach(event -> steps.put(Cell.ofEvent(population, event), report));
            }
            if (!Populations.isStratum(population)) {
                layer.products()
                        .forEach(product -> events.forEach(event ->
                                steps.put(new Cell(population, product, event), step(unlisted.contains(event)))));
            }
        }
        return steps;
    }

    private Step step(boolean isUnlisted) {
        return new Step(1, serious ? 1 : 0, fatal ? 1 : 0, isUnlisted ? 1 : 0);
    }

    /**
     * Returns what changes when a report that contributed one thing contributes another; nothing where both are equal.
     *
     * @param before null where the report did not count
     * @param after null where it no longer counts
     */
    public static List<CountChange> changes(@Nullable Contribution before, @Nullable Contribution after) {
        if (Objects.equals(before, after)) {
            return List.of();
        }
        Map<CountChange, Step> sums = new LinkedHashMap<>();
        if (before != null) {
            before.steps().forEach((cell, step) -> add(cell, before.day, step.back(), sums));
        }
        if (after != null) {
            after.steps().forEach((cell, step) -> add(cell, after.day, step, sums));
        }
        return sums.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Step.NONE))
                .map(entry ->
                        new CountChange(entry.getKey().cell(), entry.getKey().day(), entry.getValue()))
                .toList();
    }

    private static void add(Cell cell, LocalDate day, Step step, Map<CountChange, Step> sums) {
        sums.merge(new CountChange(cell, day, Step.NONE), step, Step::plus);
    }
}
