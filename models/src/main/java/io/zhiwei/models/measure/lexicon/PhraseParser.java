package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.measure.lexicon.Phrase.Number;
import io.zhiwei.models.measure.lexicon.Phrase.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a phrase: characters stand for themselves, {@code (a|b)} for one of several texts, {@code (a)?} for a text or
 * none, {@code {NAME}} for a word of a group, {@code #} for a number, {@code #%} for a percentage, {@code ~8} for up to
 * eight characters of the same sentence and {@code ~~200} for up to two hundred of any.
 */
final class PhraseParser {

    /** Words that one part may stand for at most; more are a mistake. */
    static final int MOST_WORDS = 5_000;

    private static final int GAP_DIGITS = 4;

    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private int position;
    private int gap;
    private boolean across;

    private PhraseParser(String source) {
        this.source = source;
    }

    /**
     * Reads a phrase.
     *
     * @throws IllegalArgumentException with what is wrong and where
     */
    static Phrase parse(String source) {
        PhraseParser parser = new PhraseParser(source);
        while (parser.position < source.length()) {
            parser.readPart();
        }
        if (parser.parts.isEmpty() || parser.gap > 0) {
            throw parser.wrong("ends with a gap or says nothing");
        }
        if (parser.parts.stream().noneMatch(part -> part.number() == Number.NONE)) {
            throw parser.wrong("holds numbers only and would never be found: add the word that they belong to");
        }
        return new Phrase(source, List.copyOf(parser.parts));
    }

    private void readPart() {
        char character = source.charAt(position);
        if (character == '~') {
            readGap();
        } else if (character == '{') {
            int close = source.indexOf('}', position);
            if (close < 0) {
                throw wrong("'}' is missing");
            }
            add(Set.of(), source.substring(position + 1, close), Number.NONE);
            position = close + 1;
        } else if (character == '#') {
            boolean percent = source.startsWith("#%", position);
            position += percent ? 2 : 1;
            add(Set.of(), "", percent ? Number.PERCENT : Number.ANY);
        } else {
            Set<String> words = readAlternatives();
            if (words.contains("")) {
                throw wrong("a part may not be empty as a whole");
            }
            add(words, "", Number.NONE);
        }
    }

    private void add(Set<String> words, String group, Number number) {
        parts.add(new Part(words, group, number, gap, across));
        gap = 0;
        across = false;
    }

    private void readGap() {
        if (parts.isEmpty()) {
            throw wrong("begins with a gap: leave it out, what stands before a phrase does not matter");
        }
        if (gap > 0) {
            throw wrong("has two gaps in a row: make them one");
        }
        across = source.startsWith("~~", position);
        position += across ? 2 : 1;
        int start = position;
        while (position < source.length() && Character.isDigit(source.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw wrong("'~' needs the number of characters behind it");
        }
        if (position - start > GAP_DIGITS) {
            position = start;
            throw wrong("has a gap of more than 9999 characters");
        }
        gap = Integer.parseInt(source.substring(start, position));
        if (gap == 0) {
            position = start;
            throw wrong("has a gap of no characters: leave it out, or let it hold at least 1");
        }
    }

    /** Reads texts up to the end of a part and returns every word that they can make. */
    private Set<String> readAlternatives() {
        Set<String> words = new LinkedHashSet<>(List.of(""));
        while (position < source.length() && "~{#|)".indexOf(source.charAt(position)) < 0) {
            char character = source.charAt(position);
            if (character == '(') {
                words = combine(words, readBrackets());
            } else {
                words = combine(words, Set.of(String.valueOf(character)));
                position++;
            }
        }
        if (position < source.length() && "|)".indexOf(source.charAt(position)) >= 0 && !inBrackets()) {
            throw wrong("'" + source.charAt(position) + "' stands outside brackets");
        }
        return words;
    }

    private int depth;

    private boolean inBrackets() {
        return depth > 0;
    }

    private Set<String> readBrackets() {
        Set<String> words = new LinkedHashSet<>();
        depth++;
        do {
            position++;
            words.addAll(readAlternatives());
        } while (position < source.length() && source.charAt(position) == '|');
        if (position >= source.length() || source.charAt(position) != ')') {
            throw wrong("')' is missing, or a gap, group or number stands inside brackets");
        }
        depth--;
        position++;
        if (position < source.length() && source.charAt(position) == '?') {
            position++;
            words.add("");
        }
        return words;
    }

    private Set<String> combine(Set<String> heads, Set<String> tails) {
        Set<String> result = new LinkedHashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                result.add(head + tail);
            }
        }
        if (result.size() > MOST_WORDS) {
            throw wrong("stands for more than " + MOST_WORDS + " words");
        }
        return result;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("'" + source + "' " + what + " (at character " + (position + 1) + ").");
    }
}
