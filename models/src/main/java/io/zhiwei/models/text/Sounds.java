package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final int[] NOWHERE = new int[0];
    private static final int AS_IT_STANDS = -1;

    private final Index characters;
    private final Index all;
    private final Set<String> realWords;
    private final Surroundings surroundings;

    /** A sensitive word; of two characters, whether it is known to be disguised by its sound. */
    private record Word(String text, short[] sounds, boolean known) {

        static Word of(String text, boolean known) {
            short[] sounds = new short[text.length()];
            for (int i = 0; i < sounds.length; i++) {
                sounds[i] = Pinyin.sound(text.charAt(i));
            }
            return new Word(text, sounds, known);
        }

        int length() {
            return sounds.length;
        }

        boolean isSpoken() {
            for (short sound : sounds) {
                if (sound == Pinyin.SILENT) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Words by their first sounds, two of a pair and three of a longer word; the longest first. */
    private static final class Index {

        private static final Word[] NONE = new Word[0];
        private static final int BLOCK_BITS = 11;
        private static final int MIXER = 0x9E3779B1;
        private static final int THIRDS = 63;

        private final int sounds = Pinyin.count();
        /**
         * Marks the sounds with which some word begins: the first two choose the block, the third a bit of it, the last bit
         * is for pairs. So one look tells that there is no word, which is nearly always so.
         */
        private final long[] beginnings = new long[1 << BLOCK_BITS];

        private final Map<Integer, Word[]> words = new HashMap<>();

        Index(List<Word> longestFirst) {
            for (Word word : longestFirst) {
                short[] heard = word.sounds();
                short third = word.length() > 2 ? heard[2] : Pinyin.SILENT;
                int pair = heard[0] * sounds + heard[1];
                beginnings[block(pair)] |= word.length() > 2 ? 1L << third % THIRDS : 1L << THIRDS;
                words.merge(pair * sounds + third, new Word[] {word}, (list, one) -> {
                    Word[] longer = Arrays.copyOf(list, list.length + 1);
                    longer[list.length] = one[0];
                    return longer;
                });
            }
        }

        boolean mayBegin(short first, short second, short third) {
            long block = beginnings[block(first * sounds + second)];
            return block < 0 || (block & 1L << third % THIRDS) != 0;
        }

        Word[] get(short first, short second, short third) {
            return words.getOrDefault((first * sounds + second) * sounds + third, NONE);
        }

        private static int block(int pair) {
            return pair * MIXER >>> Integer.SIZE - BLOCK_BITS;
        }
    }

    Sounds(Spellings spellings, Collection<String> sensitive, Surroundings surroundings) {
        this.realWords = new HashSet<>(spellings.realWords());
        this.surroundings = surroundings;
        List<Word> spoken = sensitive.stream()
                .map(text -> Word.of(text, spellings.pairs().contains(text)))
                .filter(word -> word.length() >= 2 && word.isSpoken())
                .sorted(Comparator.comparingInt(word -> -word.length()))
                .toList();
        this.all = new Index(spoken);
        this.characters = new Index(spoken.stream()
                .filter(word -> word.length() > 2 || word.known())
                .toList());
    }

    /** Sounds of a text one after the other, each with its place; in Pinyin one sound covers several characters. */
    private static final class Speech {

        private final short[] sounds;
        private final int[] starts;
        private final int[] ends;
        private int count;

        private Speech(int length, boolean latin) {
            this.sounds = new short[length];
            this.starts = latin ? new int[length] : NOWHERE;
            this.ends = latin ? new int[length] : NOWHERE;
        }

        /** One sound a character. */
        static Speech plain(Draft draft) {
            Speech speech = new Speech(draft.length(), false);
            for (int i = 0; i < speech.sounds.length; i++) {
                speech.sounds[i] = Pinyin.sound(draft.at(i));
            }
            speech.count = speech.sounds.length;
            return speech;
        }

        static Speech withPinyin(Draft draft) {
            int length = draft.length();
            Speech speech = new Speech(length, true);
            int i = 0;
            while (i < length) {
                int end = endOfLatin(draft, i);
                int[] syllables =
                        end - i < 2 || end - i > LONGEST_PINYIN ? NOWHERE : Pinyin.syllables(draft.text(i, end));
                if (syllables.length == 0) {
                    int next = Math.max(end, i + 1);
                    speech.say(end > i ? Pinyin.SILENT : Pinyin.sound(draft.at(i)), i, next);
                    i = next;
                } else {
                    int start = i;
                    for (int syllableEnd : syllables) {
                        speech.say(Pinyin.sound(draft.text(start, i + syllableEnd)), start, i + syllableEnd);
                        start = i + syllableEnd;
                    }
                    i = end;
                }
            }
            return speech;
        }

        private static int endOfLatin(Draft draft, int start) {
            int end = start;
            while (end < draft.length() && Characters.kind(draft.at(end)) == Characters.LATIN) {
                end++;
            }
            return end;
        }

        private void say(short sound, int start, int end) {
            sounds[count] = sound;
            starts[count] = start;
            ends[count] = end;
            count++;
        }

        int start(int i) {
            return starts.length == 0 ? i : starts[i];
        }

        int end(int i) {
            return ends.length == 0 ? i + 1 : ends[i];
        }
    }

    /** Adds what it finds, in order and without overlap. */
    void find(Draft draft, List<Replacement> found) {
        Speech speech = draft.hasLatin() ? Speech.withPinyin(draft) : Speech.plain(draft);
        Index index = draft.hasLatin() ? all : characters;
        short[] heard = speech.sounds;
        int count = speech.count;
        if (count < 2) {
            return;
        }
        short first = heard[0];
        short second = heard[1];
        for (int i = 2; i <= count; i++) {
            short third = i < count ? heard[i] : Pinyin.SILENT;
            Word word = index.mayBegin(first, second, third) ? wordAt(draft, speech, i - 2, index, third) : null;
            if (word == null) {
                first = second;
                second = third;
            } else {
                int last = i - 2 + word.length() - 1;
                found.add(new Replacement(speech.start(i - 2), speech.end(last), word.text(), true));
                // The loop goes on with the third sound behind the word.
                i = last + 2;
                first = last + 1 < count ? heard[last + 1] : Pinyin.SILENT;
                second = i < count ? heard[i] : Pinyin.SILENT;
            }
        }
    }

    private @Nullable Word wordAt(Draft draft, Speech speech, int first, Index index, short third) {
        short[] heard = speech.sounds;
        Word longer = disguised(draft, speech, first, index.get(heard[first], heard[first + 1], third));
        return longer != null
                ? longer
                : disguised(draft, speech, first, index.get(heard[first], heard[first + 1], Pinyin.SILENT));
    }

    private @Nullable Word disguised(Draft draft, Speech speech, int first, Word[] candidates) {
        for (Word word : candidates) {
            if (soundsLike(speech, first, word)) {
                int other = others(draft, speech, first, word);
                if (other == AS_IT_STANDS) {
                    return null;
                }
                if (isDisguise(draft, speech.start(first), speech.end(first + word.length() - 1), word, other)) {
                    return word;
                }
            }
        }
        return null;
    }

    /** Returns how many characters are other ones, not counting Pinyin; or that the word stands there as it should. */
    private static int others(Draft draft, Speech speech, int first, Word word) {
        int other = 0;
        boolean pinyin = false;
        for (int i = 0; i < word.length(); i++) {
            char character = draft.at(speech.start(first + i));
            boolean latin = Characters.kind(character) == Characters.LATIN;
            pinyin |= latin;
            other += latin || character == word.text().charAt(i) ? 0 : 1;
        }
        return other == 0 && !pinyin ? AS_IT_STANDS : other;
    }

    private static boolean soundsLike(Speech speech, int first, Word word) {
        if (first + word.length() > speech.count) {
            return false;
        }
        for (int i = 2; i < word.length(); i++) {
            if (speech.sounds[first + i] != word.sounds()[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isDisguise(Draft draft, int start, int end, Word word, int other) {
        boolean pair = word.length() == 2;
        boolean alike = pair ? other == 0 || other == 1 && word.known() : other <= word.length() / 2;
        return alike
                && !realWords.contains(draft.text(start, end))
                && (!pair || surroundings.speakOfMedicine(draft, start, end));
    }
}
