package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure that a keyed indicator states in the alert: part of the evidence pack.
 *
 * @param name name by which the model refers to it, one in the whole model
 * @param title name for the reader
 * @param when condition under which it is stated, an expression
 * @param value number expression over the indicator's words
 * @param unit unit of the value
 * @param origins conditions and origins; the first that holds decides
 * @param origin where it comes from otherwise
 * @param line line in the file
 */
public record Stated(
        String name,
        LocalName title,
        String when,
        String value,
        String unit,
        List<Case> origins,
        Origin origin,
        int line) {

    static List<Stated> readAll(Yaml parent) {
        List<Stated> result = new ArrayList<>();
        Yaml mapping = parent.find("states");
        if (mapping != null) {
            for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
                result.add(read(entry.getKey(), entry.getValue()));
            }
        }
        return result;
    }

    private static Stated read(String name, Yaml yaml) {
        List<Case> origins = Case.readAll(yaml, "origins", "origin");
        origins.forEach(one -> origin(one.value(), yaml));
        Stated stated = new Stated(
                name,
                LocalName.read(yaml.get("name")),
                yaml.text("when", "true"),
                yaml.text("value"),
                yaml.text("unit"),
                origins,
                origin(yaml.text("origin"), yaml),
                yaml.line());
        yaml.refuseUnknownKeys();
        return stated;
    }

    private static Origin origin(String word, Yaml yaml) {
        try {
            return Origin.valueOf(word);
        } catch (IllegalArgumentException e) {
            yaml.refuse("'" + word + "' is no origin. Known: OBSERVED, DECLARED, ESTIMATED.");
            return Origin.ESTIMATED;
        }
    }
}
