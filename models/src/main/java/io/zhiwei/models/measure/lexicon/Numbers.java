package io.zhiwei.models.measure.lexicon;

import java.util.BitSet;

/** Finds numbers in a normal form: digits with a decimal point, Chinese numerals, percentages and tenths. */
final class Numbers {

    private static final int TEN = 10;
    private static final String UNITS = "十百千";
    private static final String PLAIN = "零一二三四五六七八九两";
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

    /**
     * Returns what the last number between two places of a text says; percentages count as they are written (98% is 98),
     * tenths as percentages (九成 is 90). 0 where there is no number or it is vague (数十, 几).
     */
    static double last(char[] text, int start, int end) {
        int stop = end;
        while (stop > start && !DIGITS.get(text[stop - 1])) {
            stop--;
        }
        int from = stop;
        while (from > start && (DIGITS.get(text[from - 1]) || text[from - 1] == '.')) {
            from--;
        }
        boolean tenths = stop < end && text[stop] == '成';
        return (tenths ? TEN : 1) * value(text, from, stop);
    }

    /** Reads digits, Chinese numerals and mixtures of both: 12.5, 十二, 3万, 两百. */
    private static double value(char[] text, int start, int end) {
        double total = 0;
        double section = 0;
        double digit = Double.NaN;
        int i = start;
        while (i < end) {
            char character = text[i];
            int unit = UNITS.indexOf(character);
            int plain = PLAIN.indexOf(character);
            if (character >= '0' && character <= '9') {
                int stop = endOfDigits(text, i, end);
                digit = Double.parseDouble(new String(text, i, stop - i));
                i = stop;
                continue;
            }
            if (plain >= 0) {
                digit = character == '两' ? 2 : plain;
            } else if (unit >= 0) {
                section += (Double.isNaN(digit) ? 1 : digit) * Math.pow(TEN, unit + 1.0);
                digit = Double.NaN;
            } else if (character == '万' || character == '亿') {
                total = (total + section + (Double.isNaN(digit) ? 0 : digit)) * (character == '万' ? 1e4 : 1e8);
                section = 0;
                digit = Double.NaN;
            } else {
                return 0;
            }
            i++;
        }
        return total + section + (Double.isNaN(digit) ? 0 : digit);
    }

    private static int endOfDigits(char[] text, int start, int end) {
        int stop = start;
        boolean point = false;
        while (stop < end
                && (isDigit(text[stop]) || !point && text[stop] == '.' && stop + 1 < end && isDigit(text[stop + 1]))) {
            point |= text[stop] == '.';
            stop++;
        }
        return stop;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
