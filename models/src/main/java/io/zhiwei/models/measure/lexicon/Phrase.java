package io.zhiwei.models.measure.lexicon;

import java.util.List;
import java.util.Set;

/**
 * A pattern of a lexicon: parts that follow one another with gaps.
 *
 * @param source as it stands in the file
 * @param parts the parts in order
 */
record Phrase(String source, List<Part> parts) {

    /**
     * One part of a phrase.
     *
     * @param words words of which one stands there; empty where a group or a number is meant
     * @param group name of a group of words; empty where there is none
     * @param number which number is meant
     * @param gap characters between the part before and this one at most
     * @param acrossSentences whether the gap may reach over the end of a sentence
     */
    record Part(Set<String> words, String group, Number number, int gap, boolean acrossSentences) {}

    /** Which number a part stands for. */
    enum Number {
        NONE,
        /** A number in digits or in Chinese numerals. */
        ANY,
        /** A percentage, or tenths: 98%, 九成. */
        PERCENT
    }
}
