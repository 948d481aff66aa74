package io.zhiwei.models.text;

import java.util.BitSet;

/**
 * A text in its normal form, with the way back to the original: position {@code i} of the normal form stems from the
 * original's characters {@code originalStart(i)} (inclusive) to {@code originalEnd(i)} (exclusive).
 */
public final class NormalText {

    private final String original;
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final BitSet respelled;
    private final BitSet joined;

    /**
     * Makes a normal form.
     *
     * @param original the text as it came
     * @param text the normal form
     * @param starts original offset of the first character behind each position of the normal form
     * @param ends original offset after the last one
     * @param respelled positions whose original is written in another way
     * @param joined positions before which something that separated them from their predecessor was taken away
     */
    NormalText(String original, String text, int[] starts, int[] ends, BitSet respelled, BitSet joined) {
        this.original = original;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.respelled = respelled;
        this.joined = joined;
    }

    /** Returns the text as it came. */
    public String original() {
        return original;
    }

    /** Returns the normal form. */
    public String text() {
        return text;
    }

    /** Returns the original offset at which position {@code i} of the normal form begins. */
    public int originalStart(int i) {
        return starts[i];
    }

    /** Returns the original offset behind position {@code i} of the normal form. */
    public int originalEnd(int i) {
        return ends[i];
    }

    /** Returns whether anything at all is written in another way or torn apart. */
    public boolean hasDisguise() {
        return !respelled.isEmpty() || !joined.isEmpty();
    }

    /** Returns whether the original hides the words from {@code start} to {@code end} by another spelling or by gaps. */
    public boolean disguised(int start, int end) {
        return contains(respelled, start, end) || contains(joined, start + 1, end);
    }

    /** Returns the original text behind the normal form from {@code start} to {@code end}. */
    public String quote(int start, int end) {
        return start >= end ? "" : original.substring(starts[start], ends[end - 1]);
    }

    private static boolean contains(BitSet positions, int start, int end) {
        int first = positions.nextSetBit(start);
        return first >= 0 && first < end;
    }
}
