package io.zhiwei.models.definition;

import java.util.List;

/**
 * A registry record that is joined to every event of a stream as of the event's time; its attributes become facts.
 *
 * @param name name in expressions, before the attribute's
 * @param registry kind of registry record
 * @param key parts of its key; each is a field of the event, or alternatives separated by {@code |}
 * @param expected whether there should be a record for every key, so that one that does not come is a gap in the data
 * @param line line in the file
 */
public record Lookup(String name, String registry, List<String> key, boolean expected, int line) {

    static Lookup read(String name, Yaml yaml) {
        Lookup lookup =
                new Lookup(name, yaml.text("registry"), yaml.texts("key"), yaml.flag("expected", false), yaml.line());
        if (lookup.key.isEmpty()) {
            yaml.refuse("key is missing. Name the field of the event that identifies the record.");
        }
        yaml.refuseUnknownKeys();
        return lookup;
    }
}
