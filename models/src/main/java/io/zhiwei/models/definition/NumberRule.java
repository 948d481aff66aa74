package io.zhiwei.models.definition;

import java.util.List;

/**
 * Which official numbers of an event a model looks at.
 *
 * @param name name that expressions use, e.g. {@code review}
 * @param fields fields that hold numbers
 * @param formats formats that are accepted
 * @param searchText whether the running text is searched as well
 * @param against an earlier number rule whose product categories count where the event names none; empty for none
 * @param line line in the file
 */
public record NumberRule(
        String name, List<String> fields, List<String> formats, boolean searchText, String against, int line) {

    static NumberRule read(String name, Yaml yaml) {
        NumberRule rule = new NumberRule(
                name,
                yaml.texts("fields"),
                yaml.texts("formats"),
                yaml.flag("searchText", false),
                yaml.text("against", ""),
                yaml.line());
        yaml.refuseUnknownKeys();
        return rule;
    }
}
