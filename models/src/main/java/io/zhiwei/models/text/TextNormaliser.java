package io.zhiwei.models.text;

import java.util.BitSet;
import java.util.Locale;

/** Provisional normaliser: lower case only. */
public final class TextNormaliser {

    private TextNormaliser() {}

    /** Returns a normaliser without sensitive terms. */
    public static TextNormaliser plain() {
        return new TextNormaliser();
    }

    /** Returns the normal form. */
    public NormalText normalise(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
            normal.append(String.valueOf(text.charAt(i)).toLowerCase(Locale.ROOT).charAt(0));
        }
        return new NormalText(text, normal.toString(), starts, ends, new BitSet());
    }
}
