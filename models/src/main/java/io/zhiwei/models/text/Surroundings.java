package io.zhiwei.models.text;

import java.util.BitSet;

/** Tells whether a doubtful word stands in a clause that speaks of medicine or of making contact. */
final class Surroundings {

    private static final int REACH = 20;
    private static final String BORDERS = "。！？!?;；\n";

    private final BitSet context = new BitSet();

    Surroundings(String characters) {
        characters.chars().forEach(context::set);
    }

    boolean speakOfMedicine(Draft draft, int start, int end) {
        for (int i = start - 1; i >= Math.max(0, start - REACH) && !isBorder(draft.at(i)); i--) {
            if (context.get(draft.at(i))) {
                return true;
            }
        }
        for (int i = end; i < Math.min(draft.length(), end + REACH) && !isBorder(draft.at(i)); i++) {
            if (context.get(draft.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBorder(char character) {
        return BORDERS.indexOf(character) >= 0;
    }
}
