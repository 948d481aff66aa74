package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.measure.lexicon.LexiconDefinition.Block;
import io.zhiwei.models.measure.lexicon.Phrase.Number;
import io.zhiwei.models.measure.lexicon.Phrase.Part;
import io.zhiwei.models.text.TextNormaliser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiles a lexicon: each part of a phrase becomes an element (a set of words), each word of the automaton knows its
 * elements, and each rule waits at one element of its phrase.
 */
final class LexiconCompiler {

    private static final int NONE = -1;
    /** Shorter ones sound like too many innocent words. */
    private static final int SHORTEST_CLAIM = 3;

    private final LexiconDefinition definition;
    private final Map<String, TreeSet<Integer>> elementsByWord = new TreeMap<>();
    private final Map<Object, Integer> elements = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final List<String> claims = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Lexicon.Elements special;

    LexiconCompiler(LexiconDefinition definition) {
        this.definition = definition;
        int number = element(Number.ANY);
        int percent = element(Number.PERCENT);
        Set<String> sensitiveWords = sensitive();
        int sensitive = element("sensitive words", sensitiveWords);
        int before = wordsElement(definition.negation().before());
        int after = wordsElement(definition.negation().after());
        definition.contexts().forEach(this::addClaim);
        definition.claims().forEach(this::addClaim);
        rules.sort((a, b) ->
                Boolean.compare(b.conditions().shields(), a.conditions().shields()));
        for (int i = 0; i < rules.size(); i++) {
            rules.set(i, rules.get(i).withOrder(i));
        }
        this.special = new Lexicon.Elements(
                elements.size(),
                number,
                percent,
                sensitive,
                before,
                definition.negation().within(),
                after,
                definition.negation().behind());
    }

    /** Returns the claims of which some block gives a value. */
    Set<String> measured() {
        Set<String> result = new LinkedHashSet<>();
        definition.claims().forEach((claim, blocks) -> {
            if (blocks.stream().anyMatch(block -> block.times() != 0)) {
                result.add(claim);
            }
        });
        return result;
    }

    List<String> claims() {
        return List.copyOf(claims);
    }

    Lexicon.Elements elements() {
        return special;
    }

    SortedSet<String> vocabulary() {
        return new TreeSet<>(elementsByWord.keySet());
    }

    WordAutomaton automaton() {
        Map<String, int[]> words = new TreeMap<>();
        elementsByWord.forEach((word, set) ->
                words.put(word, set.stream().mapToInt(Integer::intValue).toArray()));
        return new WordAutomaton(words);
    }

    /** The rules in their order. */
    Rule[] rules() {
        return rules.toArray(Rule[]::new);
    }

    /**
     * Each rule waits at the element that is rarest in texts: the one whose shortest word is longest. No rule is of numbers
     * alone.
     */
    int[][] waiting() {
        int[] shortest = shortestWords();
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < special.count(); i++) {
            lists.add(new ArrayList<>());
        }
        for (Rule rule : rules) {
            int[] words = Arrays.stream(rule.elements())
                    .filter(element -> element != special.number() && element != special.percent())
                    .boxed()
                    .sorted(Comparator.comparingInt(element -> -shortest[element]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            List<Integer> list = lists.get(words[0]);
            list.add(rule.order());
            list.add(words.length - 1);
            Arrays.stream(words).skip(1).forEach(list::add);
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int[] shortestWords() {
        int[] shortest = new int[special.count()];
        Arrays.fill(shortest, Integer.MAX_VALUE);
        elementsByWord.forEach(
                (word, ids) -> ids.forEach(element -> shortest[element] = Math.min(shortest[element], word.length())));
        return shortest;
    }

    /** What the lexicon names, and every longer word that is a claim by itself. */
    Set<String> sensitive() {
        Set<String> result = new LinkedHashSet<>();
        definition.sensitive().forEach(phrase -> result.addAll(words(phrase)));
        definition
                .claims()
                .values()
                .forEach(blocks -> blocks.forEach(block -> block.say().stream()
                        .filter(phrase -> phrase.parts().size() == 1)
                        .flatMap(phrase -> words(phrase).stream())
                        .filter(word -> word.length() >= SHORTEST_CLAIM)
                        .forEach(result::add)));
        return result;
    }

    private void addClaim(String claim, List<Block> blocks) {
        int index = claims.indexOf(claim);
        if (index < 0) {
            index = claims.size();
            claims.add(claim);
        }
        for (Block block : blocks) {
            Rule.Conditions conditions = new Rule.Conditions(
                    block.confidence(),
                    block.atomic(),
                    block.shields(),
                    wordsElement(block.unless()),
                    wordsElement(block.unlessText()),
                    wordsElement(block.needs()),
                    wordsElement(block.needsText()),
                    block.times());
            for (Phrase phrase : block.say()) {
                rules.add(rule(index, claim, phrase, conditions));
            }
        }
    }

    private Rule rule(int index, String claim, Phrase phrase, Rule.Conditions conditions) {
        int count = phrase.parts().size();
        int[] ids = new int[count];
        int[] gaps = new int[count];
        boolean[] across = new boolean[count];
        boolean numbers = false;
        for (int i = 0; i < count; i++) {
            Part part = phrase.parts().get(i);
            ids[i] = element(part);
            gaps[i] = part.gap();
            across[i] = part.acrossSentences();
            numbers |= part.number() != Number.NONE;
        }
        boolean context = definition.contexts().containsKey(claim) && !conditions.shields();
        return new Rule(0, index, claim + ": " + phrase.source(), ids, gaps, across, numbers, context, conditions);
    }

    private int element(Part part) {
        if (part.number() != Number.NONE) {
            return element(part.number());
        }
        return part.group().isEmpty()
                ? element(part.words(), part.words())
                : element(part.group(), group(part.group()));
    }

    private int element(Number number) {
        return elements.computeIfAbsent(number, key -> elements.size());
    }

    private int element(Object key, Set<String> words) {
        Integer known = elements.get(key);
        if (known != null) {
            return known;
        }
        int id = elements.size();
        elements.put(key, id);
        for (String word : words) {
            String normal = TextNormaliser.plain().normalise(word).text();
            if (!normal.isBlank()) {
                elementsByWord
                        .computeIfAbsent(normal, missing -> new TreeSet<>())
                        .add(id);
            }
        }
        return id;
    }

    private int wordsElement(List<Phrase> phrases) {
        if (phrases.isEmpty()) {
            return NONE;
        }
        Set<String> words = new LinkedHashSet<>();
        phrases.forEach(phrase -> words.addAll(words(phrase)));
        return element(words, words);
    }

    private Set<String> group(String name) {
        Set<String> known = groups.get(name);
        if (known != null) {
            return known;
        }
        Set<String> words = new LinkedHashSet<>();
        groups.put(name, words);
        definition.groups().getOrDefault(name, List.of()).forEach(phrase -> words.addAll(words(phrase)));
        return words;
    }

    /** The words of a phrase that has no gaps: combinations of its parts. */
    private Set<String> words(Phrase phrase) {
        Set<String> result = Set.of("");
        for (Part part : phrase.parts()) {
            Set<String> next = new LinkedHashSet<>();
            for (String head : result) {
                for (String tail : part.group().isEmpty() ? part.words() : group(part.group())) {
                    next.add(head + tail);
                }
            }
            result = next;
        }
        return result;
    }
}
