package io.zhiwei.models.definition;

import java.util.List;

/**
 * A named value that a model computes before its indicators.
 *
 * @param name name that expressions use
 * @param cases conditions and expressions; the first condition that holds decides
 * @param otherwise expression where none holds
 * @param line line in the file
 */
public record Derived(String name, List<Case> cases, String otherwise, int line) {

    static Derived read(String name, Yaml yaml) {
        Derived derived = new Derived(name, Case.readAll(yaml, "cases", "value"), yaml.text("otherwise"), yaml.line());
        yaml.refuseUnknownKeys();
        return derived;
    }
}
