package io.zhiwei.models.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A normal form in the making: its characters, the original behind each, and what was disguised. */
final class Draft {

    /** Fewest characters between two letters that are no longer taken for an evader's filler. */
    private static final int LONGEST_FILLER = 2;

    private final String original;
    private char[] characters;
    private int[] starts;
    private int[] ends;
    private int length;
    private BitSet respelled = new BitSet();
    private BitSet joined = new BitSet();
    private int fillers;
    private boolean gap;
    private boolean latin;
    private boolean torn;

    Draft(String original) {
        this.original = original;
        int capacity = original.length() + 8;
        this.characters = new char[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    /** A part of a draft that is to be replaced. */
    record Replacement(int start, int end, String by, boolean disguise) {}

    int length() {
        return length;
    }

    char at(int position) {
        return characters[position];
    }

    /** Returns the characters between two positions. */
    String text(int start, int end) {
        return new String(characters, start, end - start);
    }

    /** Returns whether there is any Latin letter. */
    boolean hasLatin() {
        return latin;
    }

    /** Returns whether some sign that is no letter comes again after one character. */
    boolean mayBeTorn() {
        return torn;
    }

    /** Notes that the original has something between the last character and the next one that leaves no trace. */
    void skip() {
        gap = true;
    }

    /** Adds a character, and takes away the fillers between it and the letter before them. */
    void add(char character, int start, int end, boolean isRespelled) {
        byte kind = Characters.kind(character);
        if (kind == Characters.FILLER) {
            fillers++;
        } else {
            if (fillers > 0) {
                if (kind != Characters.OTHER) {
                    closeGap(kind);
                }
                fillers = 0;
            }
            latin |= kind == Characters.LATIN;
            torn |= kind == Characters.OTHER && length > 1 && characters[length - 2] == character;
        }
        if (gap) {
            joined.set(length);
            gap = false;
        }
        if (isRespelled) {
            respelled.set(length);
        }
        put(character, start, end);
    }

    /** Fillers go only beside a Chinese character: "3.5" and "vitamin c" keep theirs. */
    private void closeGap(byte kind) {
        int before = length - fillers - 1;
        if (fillers > LONGEST_FILLER || before < 0) {
            return;
        }
        byte kindBefore = Characters.kind(characters[before]);
        boolean letters = kindBefore != Characters.OTHER && kindBefore != Characters.FILLER;
        if (letters && (kind == Characters.CHINESE || kindBefore == Characters.CHINESE)) {
            length = before + 1;
            joined.clear(length, length + fillers + 1);
            joined.set(length);
        }
    }

    private void put(char character, int start, int end) {
        if (length == characters.length) {
            int capacity = length * 2;
            characters = Arrays.copyOf(characters, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        characters[length] = character;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    /** Returns this draft with parts replaced; they must be in order and must not overlap. */
    Draft replace(List<Replacement> replacements) {
        Draft result = new Draft(original);
        int position = 0;
        for (Replacement replacement : replacements) {
            copy(result, position, replacement.start());
            if (replacement.disguise() && replacement.by().isEmpty()) {
                result.joined.set(result.length);
            }
            for (int i = 0; i < replacement.by().length(); i++) {
                if (replacement.disguise()) {
                    result.respelled.set(result.length);
                }
                result.put(replacement.by().charAt(i), starts[replacement.start()], ends[replacement.end() - 1]);
            }
            position = replacement.end();
        }
        copy(result, position, length);
        result.latin = latin;
        return result;
    }

    private void copy(Draft target, int from, int to) {
        for (int i = from; i < to; i++) {
            if (respelled.get(i)) {
                target.respelled.set(target.length);
            }
            if (joined.get(i)) {
                target.joined.set(target.length);
            }
            target.put(characters[i], starts[i], ends[i]);
        }
    }

    /** Returns whether the characters from a position on are those of a text. */
    boolean startsWith(String text, int position) {
        if (position + text.length() > length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (characters[position + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    NormalText finish() {
        return new NormalText(original, new String(characters, 0, length), starts, ends, respelled, joined);
    }
}
