package io.zhiwei.models.measure.lexicon;

/**
 * A claim found in a text.
 *
 * @param claim place of what is claimed among the claims of the lexicon
 * @param patternId phrase that found it
 * @param start first character in the normal form
 * @param end character behind the last
 * @param confidence 0 to 1
 * @param evaded whether the original spelling hid it
 * @param value what it claims as a number, in the unit that its block gives; 0 where it claims none
 */
public record Hit(int claim, String patternId, int start, int end, double confidence, boolean evaded, double value) {

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }

    int length() {
        return end - start;
    }
}
