package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a lexicon file says.
 *
 * @param groups named lists of words, for use in phrases
 * @param sensitive phrases whose words are looked for in disguise
 * @param negation what takes a claim back
 * @param contexts what a text speaks of, without accusing it
 * @param claims what a text claims
 * @param lines where each context and claim stands in the file
 */
public record LexiconDefinition(
        Map<String, List<Phrase>> groups,
        List<Phrase> sensitive,
        Negation negation,
        Map<String, List<Block>> contexts,
        Map<String, List<Block>> claims,
        Map<String, Integer> lines) {

    private static final Negation NO_NEGATION = new Negation(List.of(), 0, List.of(), 0);

    /**
     * Words that take a claim back.
     *
     * @param before words before it, in the same clause
     * @param within how far before, characters
     * @param after words behind it, in the same sentence
     * @param behind how far behind, characters
     */
    public record Negation(List<Phrase> before, int within, List<Phrase> after, int behind) {}

    /**
     * Phrases of a claim that share their conditions.
     *
     * @param say the phrases
     * @param confidence 0 to 1
     * @param atomic whether no negation takes it back: 不复发 is a claim itself
     * @param shields whether it is prescribed wording, in which nothing is found
     * @param unless words that take it back when they stand in the same clause
     * @param unlessText the same, anywhere in the text
     * @param needs words of which one must stand in the same sentence; empty for none
     * @param needsText the same, anywhere in the text
     * @param times factor that makes the last number of a phrase the value of the claim; 0 where it has no value
     */
    public record Block(
            List<Phrase> say,
            double confidence,
            boolean atomic,
            boolean shields,
            List<Phrase> unless,
            List<Phrase> unlessText,
            List<Phrase> needs,
            List<Phrase> needsText,
            double times) {}

    /** Reads a lexicon; what is wrong is noted with its line. */
    public static LexiconDefinition read(Path file, Problems problems) throws IOException {
        Yaml root = Yaml.read(file, problems);
        Map<String, List<Phrase>> groups = new LinkedHashMap<>();
        if (root.has("groups")) {
            root.get("groups").entries().forEach((name, yaml) -> groups.put(name, words(yaml.items())));
        }
        LexiconDefinition definition = new LexiconDefinition(
                groups,
                words(root.list("sensitive")),
                negation(root),
                blocks(root, "contexts", true),
                blocks(root, "claims", false),
                lines(root, "contexts", "claims"));
        root.refuseUnknownKeys();
        definition.checkGroups(root);
        return definition;
    }

    private static Negation negation(Yaml root) {
        Yaml yaml = root.find("negation");
        if (yaml == null) {
            return NO_NEGATION;
        }
        Negation negation = new Negation(
                words(yaml.list("before")),
                yaml.integer("within", 12),
                words(yaml.list("after")),
                yaml.integer("behind", 24));
        yaml.refuseUnknownKeys();
        return negation;
    }

    private static Map<String, List<Block>> blocks(Yaml root, String key, boolean atomic) {
        Map<String, List<Block>> result = new LinkedHashMap<>();
        if (root.has(key)) {
            root.get(key).entries().forEach((claim, yaml) -> {
                List<Block> blocks = new ArrayList<>();
                for (Yaml item : yaml.items()) {
                    blocks.add(block(item, atomic));
                }
                result.put(claim, blocks);
            });
        }
        return result;
    }

    private static Map<String, Integer> lines(Yaml root, String... sections) {
        Map<String, Integer> result = new LinkedHashMap<>();
        for (String section : sections) {
            if (root.has(section)) {
                root.get(section).entries().forEach((name, yaml) -> result.putIfAbsent(name, yaml.line()));
            }
        }
        return result;
    }

    private static Block block(Yaml yaml, boolean atomic) {
        if (!yaml.has("say")) {
            return new Block(phrases(List.of(yaml)), 1, atomic, false, List.of(), List.of(), List.of(), List.of(), 0);
        }
        Block block = new Block(
                phrases(yaml.list("say")),
                yaml.number("confidence", 1),
                yaml.flag("atomic", atomic),
                yaml.flag("shields", false),
                words(yaml.list("unless")),
                words(yaml.list("unlessText")),
                words(yaml.list("needs")),
                words(yaml.list("needsText")),
                yaml.number("times", 0));
        if (!(block.confidence() > 0 && block.confidence() <= 1)) {
            yaml.refuse("confidence must lie above 0 and not above 1.");
        }
        if (block.times() != 0 && !block.say().stream().allMatch(LexiconDefinition::hasNumber)) {
            yaml.refuse("every phrase under 'times' needs a number: write # or #% in it.");
        }
        yaml.refuseUnknownKeys();
        return block;
    }

    private static boolean hasNumber(Phrase phrase) {
        return phrase.parts().stream().anyMatch(part -> part.number() != Phrase.Number.NONE);
    }

    private static List<Phrase> phrases(List<Yaml> items) {
        return items.stream().flatMap(item -> phrase(item).stream()).toList();
    }

    /** Phrases of a list that is looked up as a whole: between their parts nothing may stand. */
    private static List<Phrase> words(List<Yaml> items) {
        return items.stream()
                .flatMap(item -> phrase(item).filter(phrase -> holdsWordsOnly(phrase, item)).stream())
                .toList();
    }

    private static Optional<Phrase> phrase(Yaml item) {
        try {
            return Optional.of(PhraseParser.parse(item.text()));
        } catch (IllegalArgumentException e) {
            item.refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean holdsWordsOnly(Phrase phrase, Yaml item) {
        if (phrase.parts().stream().allMatch(part -> part.gap() == 0 && part.number() == Phrase.Number.NONE)) {
            return true;
        }
        item.refuse(
                "'" + phrase.source() + "' has a gap or a number, and this list holds words only. Write the words out,"
                        + " or move the phrase under 'say'.");
        return false;
    }

    private void checkGroups(Yaml root) {
        Set<String> named = new HashSet<>();
        boolean known = true;
        for (Phrase phrase : everyPhrase()) {
            for (Phrase.Part part : phrase.parts()) {
                named.add(part.group());
                if (!part.group().isEmpty() && !groups.containsKey(part.group())) {
                    known = false;
                    root.refuse("'" + phrase.source() + "' names the group '" + part.group() + "'."
                            + Problems.suggest(part.group(), groups.keySet()));
                }
            }
        }
        // A name that is wrong leaves its group idle as well: one problem is enough.
        if (known && root.has("groups")) {
            refuseIdleGroups(root.get("groups"), named);
        }
    }

    private static void refuseIdleGroups(Yaml yaml, Set<String> named) {
        yaml.entries().forEach((name, group) -> {
            if (!named.contains(name)) {
                group.refuse("no phrase names this group. Write {" + name + "} in one, or take it away.");
            }
        });
    }

    private List<Phrase> everyPhrase() {
        List<Phrase> all = new ArrayList<>(sensitive);
        groups.values().forEach(all::addAll);
        all.addAll(negation.before());
        all.addAll(negation.after());
        for (Map<String, List<Block>> section : List.of(contexts, claims)) {
            section.values()
                    .forEach(blocks -> blocks.forEach(block -> {
                        all.addAll(block.say());
                        all.addAll(block.unless());
                        all.addAll(block.unlessText());
                        all.addAll(block.needs());
                        all.addAll(block.needsText());
                    }));
        }
        return all;
    }
}
