package io.zhiwei.models.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** The sound of Chinese characters without tone, as small numbers; characters with several readings have their first. */
final class Pinyin {

    /** The sound of what has none. */
    static final short SILENT = 0;

    private static final int LONGEST_SYLLABLE = 6;
    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FA5';
    private static final Map<String, Short> SYLLABLES = new HashMap<>();
    private static final List<String> NAMES = new ArrayList<>(List.of(""));
    private static final short[] SOUNDS = sounds();

    private Pinyin() {}

    /** Returns the number of sounds, silence included. */
    static int count() {
        return NAMES.size();
    }

    /** Returns the sound of a character, or silence. */
    static short sound(char character) {
        return SOUNDS[character];
    }

    /** Returns the sound that a syllable in Latin letters has, or silence where it is none. */
    static short sound(String syllable) {
        return SYLLABLES.getOrDefault(syllable, SILENT);
    }

    /** Returns the first letters of the syllables of a word; characters without a sound are left out. */
    static String initials(String word) {
        StringBuilder initials = new StringBuilder(word.length());
        word.chars().forEach(character -> {
            String syllable = NAMES.get(SOUNDS[character]);
            initials.append(syllable.isEmpty() ? "" : syllable.substring(0, 1));
        });
        return initials.toString();
    }

    /** Returns the syllable of a character, or an empty text. */
    static String syllable(char character) {
        return NAMES.get(SOUNDS[character]);
    }

    /**
     * Divides Latin letters into syllables.
     *
     * @return ends of the syllables, or an empty array where the letters are no Pinyin
     */
    static int[] syllables(String letters) {
        int length = letters.length();
        int[] from = new int[length + 1];
        java.util.Arrays.fill(from, -1);
        from[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                if (from[start] >= 0 && SYLLABLES.containsKey(letters.substring(start, end))) {
                    from[end] = start;
                    break;
                }
            }
        }
        return from[length] < 0 ? new int[0] : path(from, length);
    }

    private static int[] path(int[] from, int length) {
        int count = 0;
        for (int end = length; end > 0; end = from[end]) {
            count++;
        }
        int[] ends = new int[count];
        for (int end = length; end > 0; end = from[end]) {
            ends[--count] = end;
        }
        return ends;
    }

    private static short[] sounds() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        short[] sounds = new short[1 << 16];
        for (char character = FIRST; character <= LAST; character++) {
            String[] readings = readings(character, format);
            if (readings != null && readings.length > 0) {
                sounds[character] = SYLLABLES.computeIfAbsent(readings[0], Pinyin::number);
            }
        }
        return sounds;
    }

    private static short number(String syllable) {
        NAMES.add(syllable);
        return (short) (NAMES.size() - 1);
    }

    private static String @org.jspecify.annotations.Nullable [] readings(
            char character, HanyuPinyinOutputFormat format) {
        try {
            return PinyinHelper.toHanyuPinyinStringArray(character, format);
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException("the format is one of pinyin4j's own", e);
        }
    }
}
