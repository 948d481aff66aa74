package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds sensitive words that are written by their sound: with other characters of the same sound, or in Pinyin. Of a long
 * word most characters must stay. Two characters sound like two others too often: there only words that are known to be
 * disguised so count, keep one character and stand beside medicine.
 */
final class Sounds {

    private static final int LONGEST_PINYIN = 24;

    private final int sounds = Pinyin.count();
    private final long[] beginnings = new long[(sounds * sounds >> 6) + 1];
    private final Map<Integer, List<String>> words = new HashMap<>();
    private final Set<String> pairs;
    private final Set<String> realWords;
    private final Surroundings surroundings;

    Sounds(Spellings spellings, Collection<String> sensitive, Surroundings surroundings) {
        this.pairs = spellings.pairs();
        this.realWords = spellings.realWords();
        this.surroundings = surroundings;
        for (String word : sensitive) {
            if (word.length() >= 2 && word.chars().allMatch(c -> Pinyin.sound((char) c) != Pinyin.SILENT)) {
                int pair = pair(Pinyin.sound(word.charAt(0)), Pinyin.sound(word.charAt(1)));
                beginnings[pair >> 6] |= 1L << pair;
                words.computeIfAbsent(pair, key -> new ArrayList<>()).add(word);
            }
        }
        words.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
    }

    /** Sounds of a text one after the other; in Pinyin one sound covers several characters. */
    private record Spoken(short[] sounds, int[] starts, int[] ends, int count) {}

    /** Adds what it finds, in order and without overlap. */
    void find(Draft draft, List<Replacement> found) {
        if (draft.hasLatin()) {
            find(draft, speak(draft), found);
        } else {
            findInCharacters(draft, found);
        }
    }

    private void findInCharacters(Draft draft, List<Replacement> found) {
        int length = draft.length();
        short before = Pinyin.SILENT;
        for (int i = 0; i < length; i++) {
            short sound = Pinyin.sound(draft.at(i));
            int pair = pair(before, sound);
            before = sound;
            if ((beginnings[pair >> 6] & 1L << pair) != 0) {
                String word = wordAt(draft, i - 1, pair);
                if (word != null) {
                    found.add(new Replacement(i - 1, i - 1 + word.length(), word, true));
                    i += word.length() - 2;
                    before = Pinyin.SILENT;
                }
            }
        }
    }

    private @Nullable String wordAt(Draft draft, int start, int pair) {
        for (String word : words.getOrDefault(pair, List.of())) {
            int other = 0;
            int i = 0;
            while (i < word.length()
                    && start + i < draft.length()
                    && Pinyin.sound(draft.at(start + i)) == Pinyin.sound(word.charAt(i))) {
                other += draft.at(start + i) == word.charAt(i) ? 0 : 1;
                i++;
            }
            if (i == word.length()) {
                if (other == 0) {
                    return null;
                }
                if (isDisguise(draft, start, start + i, word, other)) {
                    return word;
                }
            }
        }
        return null;
    }

    private void find(Draft draft, Spoken spoken, List<Replacement> found) {
        for (int i = 0; i + 1 < spoken.count(); i++) {
            int pair = pair(spoken.sounds()[i], spoken.sounds()[i + 1]);
            if ((beginnings[pair >> 6] & 1L << pair) != 0) {
                String word = wordAt(draft, spoken, i, pair);
                if (word != null) {
                    int last = i + word.length() - 1;
                    found.add(new Replacement(spoken.starts()[i], spoken.ends()[last], word, true));
                    i = last;
                }
            }
        }
    }

    private @Nullable String wordAt(Draft draft, Spoken spoken, int first, int pair) {
        for (String word : words.getOrDefault(pair, List.of())) {
            int other = 0;
            int pinyin = 0;
            int i = 0;
            while (i < word.length()
                    && first + i < spoken.count()
                    && spoken.sounds()[first + i] == Pinyin.sound(word.charAt(i))) {
                char character = draft.at(spoken.starts()[first + i]);
                pinyin += Characters.kind(character) == Characters.LATIN ? 1 : 0;
                other += character == word.charAt(i) || Characters.kind(character) == Characters.LATIN ? 0 : 1;
                i++;
            }
            if (i == word.length()) {
                if (other + pinyin == 0) {
                    return null;
                }
                if (isDisguise(draft, spoken.starts()[first], spoken.ends()[first + i - 1], word, other)) {
                    return word;
                }
            }
        }
        return null;
    }

    private boolean isDisguise(Draft draft, int start, int end, String word, int other) {
        int length = word.length();
        boolean alike = length == 2 ? isLikePair(word, other) : other <= length / 2;
        return alike
                && !isRealWord(draft, start, end)
                && (length > 2 || surroundings.speakOfMedicine(draft, start, end));
    }

    private boolean isLikePair(String word, int other) {
        return other == 0 || other == 1 && pairs.contains(word);
    }

    private boolean isRealWord(Draft draft, int start, int end) {
        StringBuilder written = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            written.append(draft.at(i));
        }
        return realWords.contains(written.toString());
    }

    private Spoken speak(Draft draft) {
        int length = draft.length();
        Spoken spoken = new Spoken(new short[length], new int[length], new int[length], 0);
        int count = 0;
        int i = 0;
        while (i < length) {
            int end = endOfLatin(draft, i);
            int[] syllables =
                    end - i < 2 || end - i > LONGEST_PINYIN ? new int[0] : Pinyin.syllables(text(draft, i, end));
            if (syllables.length == 0) {
                int next = Math.max(end, i + 1);
                short sound = end > i ? Pinyin.SILENT : Pinyin.sound(draft.at(i));
                count = say(spoken, count, sound, i, next);
                i = next;
            } else {
                int start = i;
                for (int syllableEnd : syllables) {
                    String syllable = text(draft, start, i + syllableEnd);
                    count = say(spoken, count, Pinyin.sound(syllable), start, i + syllableEnd);
                    start = i + syllableEnd;
                }
                i = end;
            }
        }
        return new Spoken(spoken.sounds(), spoken.starts(), spoken.ends(), count);
    }

    private static int say(Spoken spoken, int count, short sound, int start, int end) {
        spoken.sounds()[count] = sound;
        spoken.starts()[count] = start;
        spoken.ends()[count] = end;
        return count + 1;
    }

    private static int endOfLatin(Draft draft, int start) {
        int end = start;
        while (end < draft.length() && Characters.kind(draft.at(end)) == Characters.LATIN) {
            end++;
        }
        return end;
    }

    private static String text(Draft draft, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            text.append(draft.at(i));
        }
        return text.toString();
    }

    private int pair(short first, short second) {
        return first * sounds + second;
    }
}
