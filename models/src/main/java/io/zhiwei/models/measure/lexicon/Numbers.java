package io.zhiwei.models.measure.lexicon;

import java.util.BitSet;

/** Finds numbers in a normal form: digits with a decimal point, Chinese numerals, percentages and tenths. */
final class Numbers {

    private static final BitSet DIGITS = new BitSet(1 << Character.SIZE);

    static {
        "0123456789零一二三四五六七八九十百千万亿两半几数多".chars().forEach(DIGITS::set);
    }

    private Numbers() {}

    /** Receives one number. */
    @FunctionalInterface
    interface Visitor {
        void visit(int start, int end, boolean percent);
    }

    static void visit(char[] text, int length, Visitor visitor) {
        int i = 0;
        while (i < length) {
            int end = endOfNumber(text, length, i);
            if (end == i) {
                i++;
                continue;
            }
            boolean percent = end < length && (text[end] == '%' || text[end] == '成');
            visitor.visit(i, end, false);
            if (percent) {
                visitor.visit(i, end + 1, true);
            }
            i = end;
        }
    }

    private static int endOfNumber(char[] text, int length, int start) {
        int end = start;
        while (end < length && isPart(text, length, start, end)) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char[] text, int length, int start, int position) {
        char character = text[position];
        boolean inside = position > start;
        return DIGITS.get(character) || inside && (character == '.' || character == '余') && position + 1 < length;
    }
}
