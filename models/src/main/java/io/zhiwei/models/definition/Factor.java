package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A circumstance that makes every finding of an event weigh more or less.
 *
 * @param id name of the circumstance
 * @param cases conditions and multipliers; the first that holds decides, none means 1
 * @param source law or policy behind it
 */
public record Factor(String id, List<Case> cases, String source) {

    static List<Factor> readAll(Yaml yaml) {
        List<Factor> factors = new ArrayList<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            Yaml factor = entry.getValue();
            factors.add(new Factor(entry.getKey(), Case.readAll(factor, "cases", "multiply"), factor.text("source")));
            factor.refuseUnknownKeys();
        }
        return factors;
    }
}
