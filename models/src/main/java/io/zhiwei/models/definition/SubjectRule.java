package io.zhiwei.models.definition;

import java.util.List;

/**
 * Who an alert is about.
 *
 * @param kind kind of entity
 * @param key parts of its identity; each is a field, or alternatives separated by {@code |}
 * @param name fields of which the first known one names it
 */
public record SubjectRule(String kind, List<String> key, List<String> name) {

    static SubjectRule read(Yaml yaml) {
        SubjectRule rule = new SubjectRule(yaml.text("kind"), yaml.texts("key"), yaml.texts("name"));
        if (rule.key.isEmpty()) {
            yaml.refuse("key is missing. Name the fields that identify the subject.");
        }
        yaml.refuseUnknownKeys();
        return rule;
    }
}
