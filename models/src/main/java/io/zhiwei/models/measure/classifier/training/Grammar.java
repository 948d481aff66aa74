package io.zhiwei.models.measure.classifier.training;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A small grammar that makes labelled sentences: a rule's text names slots as {@code <slot>}, and each slot is replaced by
 * one of its fillers, which may name slots themselves. The same seed makes the same sentences.
 */
final class Grammar {

    static final String FILE = "grammar.yaml";

    private static final int DEEPEST = 12;

    private final Map<String, List<String>> slots;
    private final List<Rule> rules;

    private record Rule(boolean violating, String kind, String category, int count, List<String> texts) {}

    private Grammar(Map<String, List<String>> slots, List<Rule> rules) {
        this.slots = slots;
        this.rules = rules;
    }

    static Grammar read(Path file, Problems problems) throws IOException {
        Yaml root = Yaml.read(file, problems);
        Map<String, List<String>> slots = new LinkedHashMap<>();
        root.get("slots").entries().forEach((name, fillers) -> slots.put(name, fillers(fillers)));
        List<Rule> rules = new ArrayList<>();
        for (Yaml yaml : root.get("rules").items()) {
            Rule rule = new Rule(
                    yaml.integer("label", 0) == 1,
                    yaml.text("kind"),
                    yaml.text("category", "-"),
                    yaml.integer("count", 20),
                    yaml.texts("texts"));
            if (rule.texts().isEmpty()) {
                yaml.refuse("texts is empty. Give at least one sentence.");
            }
            rule.texts().forEach(text -> refuseUnknownSlots(text, slots, yaml));
            yaml.refuseUnknownKeys();
            rules.add(rule);
        }
        slots.values().forEach(fillers -> fillers.forEach(text -> refuseUnknownSlots(text, slots, root)));
        root.refuseUnknownKeys();
        return new Grammar(slots, rules);
    }

    private static List<String> fillers(Yaml yaml) {
        List<String> fillers = yaml.items().stream().map(Yaml::text).toList();
        if (fillers.isEmpty()) {
            yaml.refuse("has no filler. Give at least one text, or '' for nothing, or take the slot away.");
        }
        return fillers;
    }

    List<Sample> expand(long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (Rule rule : rules) {
            for (int i = 0; i < rule.count(); i++) {
                String text = fill(pick(rule.texts(), random), random, 0);
                samples.add(new Sample(FILE, rule.violating(), rule.kind(), rule.category(), text));
            }
        }
        return samples;
    }

    private String fill(String text, Random random, int depth) {
        int open = text.indexOf('<');
        if (open < 0 || depth > DEEPEST) {
            return text;
        }
        int close = text.indexOf('>', open);
        String slot = text.substring(open + 1, close);
        String filler = pick(Objects.requireNonNull(slots.get(slot), slot), random);
        return text.substring(0, open)
                + fill(filler, random, depth + 1)
                + fill(text.substring(close + 1), random, depth);
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void refuseUnknownSlots(String text, Map<String, List<String>> slots, Yaml yaml) {
        int open = text.indexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open);
            String name = close < 0 ? text.substring(open) : text.substring(open + 1, close);
            if (!slots.containsKey(name)) {
                yaml.refuse("there is no slot '" + name + "'." + Problems.suggest(name, slots.keySet()));
            }
            open = close < 0 ? -1 : text.indexOf('<', close);
        }
    }
}
