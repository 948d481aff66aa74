package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How a model reads one of its streams.
 *
 * @param topic the stream
 * @param event meaning of the event's fields
 * @param text text that it reads
 * @param subjects who its alerts are about, by name; the model's own has the empty name
 * @param keys named values, computed before the lookups, which may use them as keys
 * @param lookups registry records that are joined to each event
 * @param numbers official numbers that it looks at
 * @param derived named values, in order of computation
 * @param applies condition under which the indicators on this stream exist
 * @param exemptions legitimate look-alikes among its events
 * @param leadAgency conditions and agencies
 */
public record StreamRule(
        String topic,
        EventRule event,
        TextRule text,
        Map<String, SubjectRule> subjects,
        List<Derived> keys,
        List<Lookup> lookups,
        List<NumberRule> numbers,
        List<Derived> derived,
        String applies,
        List<Exemption> exemptions,
        List<Case> leadAgency) {

    static StreamRule read(String topic, Yaml yaml) {
        Map<String, SubjectRule> subjects = new LinkedHashMap<>();
        subjects.put("", SubjectRule.read(yaml.get("subject")));
        Yaml others = yaml.find("subjects");
        if (others != null) {
            others.entries().forEach((name, rule) -> subjects.put(name, SubjectRule.read(rule)));
        }
        return new StreamRule(
                topic,
                EventRule.read(yaml.get("event")),
                yaml.has("text") ? TextRule.read(yaml.get("text")) : TextRule.NONE,
                subjects,
                named(yaml, "keys", Derived::read),
                named(yaml, "lookups", Lookup::read),
                named(yaml, "numbers", NumberRule::read),
                named(yaml, "derived", Derived::read),
                yaml.text("applies", "true"),
                named(yaml, "exemptions", Exemption::read),
                yaml.has("leadAgency") ? Case.readAll(yaml.get("leadAgency"), "cases", "agency") : List.of());
    }

    static <T> List<T> named(Yaml yaml, String key, BiFunction<String, Yaml, T> reader) {
        List<T> result = new ArrayList<>();
        Yaml mapping = yaml.find(key);
        if (mapping != null) {
            for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
                result.add(reader.apply(entry.getKey(), entry.getValue()));
            }
        }
        return List.copyOf(result);
    }
}
