package io.zhiwei.models.measure.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The automaton over all words of a lexicon, each with the elements that it belongs to. A library builds it. The walk is
 * done here, over numbers in place of characters, the commonest the smallest, so that what a text needs of the tables stays
 * in the processor's cache.
 */
final class WordAutomaton {

    private static final int[] NOTHING = new int[0];

    /** Number of each character; 0 where no word has it. */
    private final char[] numbers = new char[1 << Character.SIZE];
    /** For each state its base and its check, side by side. */
    private final int[] cells;

    private final int[] fail;
    /** For each state: length of a word that ends there, and an element of it, one after the other. */
    private final int[][] found;

    WordAutomaton(Map<String, int[]> elementsByWord) {
        number(elementsByWord.keySet());
        Trie trie = new Trie(elementsByWord.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> numbered(entry.getKey()), Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
        this.cells = trie.cells();
        this.fail = trie.fail();
        this.found = trie.found();
    }

    private void number(Collection<String> words) {
        int[] counts = new int[numbers.length];
        words.forEach(word -> word.chars().forEach(character -> counts[character]++));
        int[] commonestFirst = IntStream.range(0, counts.length)
                .filter(character -> counts[character] > 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < commonestFirst.length; i++) {
            numbers[commonestFirst[i]] = (char) (i + 1);
        }
    }

    private String numbered(String word) {
        StringBuilder result = new StringBuilder(word.length());
        word.chars().forEach(character -> result.append(numbers[character]));
        return result.toString();
    }

    /** Notes every element of every word of a text. */
    void scan(char[] text, int length, Marks marks) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            int number = numbers[text[i]];
            if (number == 0) {
                state = 0;
                continue;
            }
            state = next(state, number);
            int[] ends = found[state];
            for (int k = 0; k < ends.length; k += 2) {
                marks.note(i + 1 - ends[k], i + 1, ends[k + 1]);
            }
        }
    }

    private int next(int from, int number) {
        int state = from;
        while (true) {
            int base = cells[2 * state];
            int target = base + number + 1;
            if (2 * target < cells.length && cells[2 * target + 1] == base) {
                return target;
            }
            if (state == 0) {
                return 0;
            }
            state = fail[state];
        }
    }

    /** What the library builds. */
    private static final class Trie extends AhoCorasickDoubleArrayTrie<int[]> {

        private static final long serialVersionUID = 1L;

        Trie(Map<String, int[]> words) {
            if (words.isEmpty()) {
                // The automaton cannot be built of nothing; no text contains this.
                words.put("\uE000", NOTHING);
            }
            build(words);
        }

        int[] cells() {
            int[] cells = new int[2 * fail.length];
            for (int state = 0; state < fail.length; state++) {
                cells[2 * state] = base[state];
                cells[2 * state + 1] = check[state];
            }
            return cells;
        }

        int[] fail() {
            return fail;
        }

        int[][] found() {
            int[][] found = new int[fail.length][];
            for (int state = 0; state < found.length; state++) {
                found[state] = output[state] == null ? NOTHING : flatten(output[state]);
            }
            return found;
        }

        private int[] flatten(int[] words) {
            int count = 0;
            for (int word : words) {
                count += 2 * get(word).length;
            }
            int[] flat = new int[count];
            int at = 0;
            for (int word : words) {
                for (int element : get(word)) {
                    flat[at++] = l[word];
                    flat[at++] = element;
                }
            }
            return flat;
        }
    }
}
