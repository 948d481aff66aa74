package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.List;

/** Writes 百分之九十八 as 98%, and the letter O among digits as a zero. */
final class Numerals {

    private static final String OF_HUNDRED = "百分之";
    private static final String ALL_OF_HUNDRED = "百分百";
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** Adds what it finds, in order and without overlap. */
    static void find(Draft draft, List<Replacement> found) {
        for (int i = 0; i < draft.length(); i++) {
            char character = draft.at(i);
            if (character == '百') {
                i = percentage(draft, i, found);
            } else if (character == 'o' && i > 0 && isDigit(draft, i - 1)) {
                i = zeros(draft, i, found);
            }
        }
    }

    private static int percentage(Draft draft, int start, List<Replacement> found) {
        if (draft.startsWith(ALL_OF_HUNDRED, start)) {
            found.add(new Replacement(start, start + ALL_OF_HUNDRED.length(), "100%", false));
            return start + ALL_OF_HUNDRED.length() - 1;
        }
        if (!draft.startsWith(OF_HUNDRED, start)) {
            return start;
        }
        int from = start + OF_HUNDRED.length();
        int end = from;
        while (end < draft.length() && (isNumeral(draft.at(end)) || isDigit(draft, end) || draft.at(end) == '.')) {
            end++;
        }
        if (end == from) {
            return start;
        }
        found.add(new Replacement(start, end, value(draft, from, end) + "%", false));
        return end - 1;
    }

    private static int zeros(Draft draft, int start, List<Replacement> found) {
        int end = start;
        while (end < draft.length() && draft.at(end) == 'o') {
            end++;
        }
        boolean numeric = end < draft.length() && (draft.at(end) == '%' || isDigit(draft, end));
        if (!numeric) {
            return end - 1;
        }
        found.add(new Replacement(start, end, "0".repeat(end - start), true));
        return end - 1;
    }

    private static boolean isDigit(Draft draft, int position) {
        return Characters.kind(draft.at(position)) == Characters.DIGIT;
    }

    private static boolean isNumeral(char character) {
        return DIGITS.indexOf(character) >= 0 || "十百点两".indexOf(character) >= 0;
    }

    /** Reads numbers below a thousand, with a fraction: 九十八点五, 百, 98.5. */
    private static String value(Draft draft, int from, int end) {
        StringBuilder fraction = new StringBuilder();
        int whole = 0;
        int digit = 0;
        boolean behindPoint = false;
        for (int i = from; i < end; i++) {
            char character = draft.at(i);
            int value = character == '两' ? 2 : DIGITS.indexOf(character);
            int arabic = Character.digit(character, 10);
            if (character == '点' || character == '.') {
                behindPoint = true;
            } else if (behindPoint) {
                fraction.append(value >= 0 ? value : Math.max(0, arabic));
            } else if (character == '十' || character == '百') {
                int unit = character == '十' ? 10 : 100;
                whole += (digit == 0 ? 1 : digit) * unit;
                digit = 0;
            } else {
                digit = arabic >= 0 ? digit * 10 + arabic : value;
            }
        }
        return (whole + digit) + (fraction.isEmpty() ? "" : "." + fraction);
    }
}
