package io.zhiwei.models.measure.lexicon;

/** Finds numbers in a normal form: digits with a decimal point, Chinese numerals, percentages and tenths. */
final class Numbers {

    private static final String NUMERALS = "零一二三四五六七八九十百千万亿两半几数多";

    private Numbers() {}

    /** Receives one number. */
    @FunctionalInterface
    interface Visitor {
        void visit(int start, int end, boolean percent);
    }

    static void visit(String text, Visitor visitor) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            int end = endOfNumber(text, i);
            if (end == i) {
                i++;
                continue;
            }
            boolean percent = end < length && (text.charAt(end) == '%' || text.charAt(end) == '成');
            visitor.visit(i, end, false);
            if (percent) {
                visitor.visit(i, end + 1, true);
            }
            i = end;
        }
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isPart(text, start, end)) {
            end++;
        }
        return end;
    }

    private static boolean isPart(String text, int start, int position) {
        char character = text.charAt(position);
        boolean inside = position > start;
        return character >= '0' && character <= '9'
                || NUMERALS.indexOf(character) >= 0
                || inside && (character == '.' || character == '余') && position + 1 < text.length();
    }
}
