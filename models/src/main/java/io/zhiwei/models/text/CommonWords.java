package io.zhiwei.models.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ordinary words of two to four characters, from the word list that comes with nlp-common (Apache-2.0): what stands there
 * needs no other explanation.
 */
final class CommonWords {

    /** Characters of the longest word. */
    static final int LONGEST = 4;

    private static final int SHORTEST = 2;
    private static final String RESOURCE = "/nlp/word_freq_dict.txt";

    private CommonWords() {}

    /** Read when first needed: few texts ask. Four characters fit into one number. */
    private static final class Held {

        static final long[] WORDS = read();

        private static long[] read() {
            try (InputStream in = CommonWords.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("The word list " + RESOURCE + " is missing on the class path");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                        .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                        .mapToLong(word -> pack(word, 0, word.length()))
                        .sorted()
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the word list " + RESOURCE, e);
            }
        }
    }

    /** Returns whether the characters from {@code start} to {@code end} are an ordinary word. */
    static boolean contains(CharSequence text, int start, int end) {
        return start >= 0 && end <= text.length() && Arrays.binarySearch(Held.WORDS, pack(text, start, end)) >= 0;
    }

    /** Returns whether an ordinary word holds the characters from {@code start} to {@code end} and more. */
    static boolean surround(CharSequence text, int start, int end) {
        for (int length = end - start + 1; length <= LONGEST; length++) {
            for (int first = end - length; first <= start; first++) {
                if (contains(text, first, first + length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long pack(CharSequence word, int start, int end) {
        long packed = 0;
        for (int i = start; i < end; i++) {
            packed = packed << Character.SIZE | word.charAt(i);
        }
        return packed;
    }
}
