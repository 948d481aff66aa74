package io.zhiwei.models.measure.lexicon;

import java.util.Arrays;

/** Where the elements of a lexicon stand in one text: for each element a chain of places in text order. Reused. */
final class Marks {

    static final int NONE = -1;
    private static final int CAPACITY = 256;

    private final int[] heads;
    private final int[] tails;
    private int[] touched = new int[CAPACITY];
    private int touchedCount;

    private int[] starts = new int[CAPACITY];
    private int[] ends = new int[CAPACITY];
    private int[] next = new int[CAPACITY];
    private int count;

    Marks(int elements) {
        this.heads = new int[elements];
        this.tails = new int[elements];
        Arrays.fill(heads, NONE);
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            heads[touched[i]] = NONE;
        }
        touchedCount = 0;
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void note(int start, int end, int element) {
        if (count == starts.length) {
            grow();
        }
        int mark = count++;
        starts[mark] = start;
        ends[mark] = end;
        next[mark] = NONE;
        if (heads[element] == NONE) {
            heads[element] = mark;
            touched[touchedCount++] = element;
        } else {
            next[tails[element]] = mark;
        }
        tails[element] = mark;
    }

    /** There are never more elements than marks. */
    private void grow() {
        int capacity = 2 * count;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        next = Arrays.copyOf(next, capacity);
        touched = Arrays.copyOf(touched, capacity);
    }

    /** Returns the number of different elements. */
    int elements() {
        return touchedCount;
    }

    /** Returns an element, in the order in which they were first seen. */
    int element(int i) {
        return touched[i];
    }

    boolean has(int element) {
        return heads[element] != NONE;
    }

    /** Returns the first place of an element, or {@link #NONE}. */
    int first(int element) {
        return heads[element];
    }

    /** Returns the next place of the same element, or {@link #NONE}. */
    int next(int mark) {
        return next[mark];
    }

    int start(int mark) {
        return starts[mark];
    }

    int end(int mark) {
        return ends[mark];
    }
}
