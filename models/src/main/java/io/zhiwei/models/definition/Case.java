package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that depends on conditions: the first condition that is known to hold decides.
 *
 * @param when condition, an expression
 * @param value what it gives
 * @param line line in the file, from 1
 */
public record Case(String when, String value, int line) {

    static List<Case> readAll(Yaml parent, String key, String valueKey) {
        List<Case> result = new ArrayList<>();
        for (Yaml yaml : parent.list(key)) {
            result.add(new Case(yaml.text("when"), yaml.text(valueKey), yaml.line()));
            yaml.refuseUnknownKeys();
        }
        return result;
    }
}
