package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Signs that together raise an alert to a level, whatever its score.
 *
 * @param signs all of which must have been found
 * @param kinds kinds of signs that must have come together besides
 * @param line line in the file
 */
public record Gate(List<Needed> signs, int kinds, int line) {

    /**
     * A sign that is needed.
     *
     * @param indicators ids, any of which will do
     * @param weight what it must put into the score at least, 0 to 100
     */
    public record Needed(List<String> indicators, double weight) {}

    static List<Gate> readAll(Yaml parent) {
        List<Gate> gates = new ArrayList<>();
        for (Yaml yaml : parent.list("gates")) {
            List<Needed> signs = new ArrayList<>();
            yaml.get("signs").entries().forEach((ids, weight) -> signs.add(needed(ids, weight)));
            if (signs.isEmpty()) {
                yaml.refuse("signs is missing. Name indicators and the weight that each must have.");
            }
            gates.add(new Gate(signs, yaml.integer("kinds", 0), yaml.line()));
            yaml.refuseUnknownKeys();
        }
        return gates;
    }

    private static Needed needed(String ids, Yaml weight) {
        return new Needed(Arrays.stream(ids.split("\\|")).map(String::trim).toList(), weight.number());
    }
}
