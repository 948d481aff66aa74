package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds words that are written in a known other way: agreed disguises, characters in parts, initials. */
final class Respelling {

    private static final int SHORTEST_INITIALS = 3;
    private static final int HASH_BITS = 15;
    private static final int HASHES = 1 << HASH_BITS;
    private static final int MIXER = 0x9E3779B1;

    /** Marks the pairs of characters by which disguises are looked up, by their hash: most texts have none. */
    private final long[] beginnings = new long[HASHES >> 6];

    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    /** Marks single characters that are disguises. */
    private final long[] lone = new long[1 << Character.SIZE >> 6];

    private final Map<Character, Entry> loneEntries = new HashMap<>();
    private final Surroundings surroundings;

    /**
     * A disguise.
     *
     * @param anchor place of the two characters by which it is looked up: the rarest, where a word holds a character in
     *     parts
     */
    private record Entry(String disguise, String word, boolean doubtful, int anchor) {}

    Respelling(Spellings spellings, Collection<String> sensitive, Surroundings surroundings) {
        this.surroundings = surroundings;
        spellings.respelled().forEach((disguise, word) -> add(disguise, word, false));
        spellings.respelledNearMedicine().forEach((disguise, word) -> add(disguise, word, true));
        spellings.parts().forEach((whole, writings) -> {
            for (String written : writings) {
                if (hasRadical(written, spellings.radicals())) {
                    add(written, whole, false);
                } else {
                    addInWords(whole, written, sensitive);
                }
            }
        });
        for (String word : sensitive) {
            if (word.length() >= SHORTEST_INITIALS) {
                addInitials(word);
            }
        }
        entries.values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                        (Entry entry) -> -entry.disguise().length())));
    }

    private void addInWords(String whole, String written, Collection<String> sensitive) {
        for (String word : sensitive) {
            if (word.length() > 1 && word.contains(whole)) {
                add(word.replace(whole, written), word, false, word.indexOf(whole));
            }
        }
    }

    private void addInitials(String word) {
        String initials = Pinyin.initials(word);
        if (initials.length() == word.length()) {
            add(initials, word, true);
        }
    }

    private void add(String disguise, String word, boolean doubtful) {
        add(disguise, word, doubtful, 0);
    }

    private void add(String disguise, String word, boolean doubtful, int rarest) {
        int anchor = Math.max(0, Math.min(rarest, disguise.length() - 2));
        Entry entry = new Entry(disguise, word, doubtful, anchor);
        if (disguise.length() == 1) {
            lone[disguise.charAt(0) >> 6] |= 1L << disguise.charAt(0);
            loneEntries.putIfAbsent(disguise.charAt(0), entry);
            return;
        }
        int pair = pair(disguise.charAt(anchor), disguise.charAt(anchor + 1));
        int hash = hash(pair);
        beginnings[hash >> 6] |= 1L << hash;
        entries.computeIfAbsent(pair, key -> new ArrayList<>()).add(entry);
    }

    private static int pair(char first, char second) {
        return first << Character.SIZE | second;
    }

    private static int hash(int pair) {
        return pair * MIXER >>> Integer.SIZE - HASH_BITS;
    }

    private static boolean hasRadical(String written, String radicals) {
        return written.chars().anyMatch(part -> radicals.indexOf(part) >= 0);
    }

    /** Adds what it finds, in order and without overlap. */
    void find(Draft draft, List<Replacement> found) {
        int length = draft.length();
        int behind = 0;
        for (int i = 0; i < length; i++) {
            char first = draft.at(i);
            char second = i + 1 < length ? draft.at(i + 1) : 0;
            Entry entry = mayBegin(first, second) ? entryAt(draft, i, pair(first, second), behind) : null;
            if (entry != null) {
                int start = i - entry.anchor();
                behind = start + entry.disguise().length();
                found.add(new Replacement(start, behind, entry.word(), true));
                i = behind - 1;
            }
        }
    }

    private boolean mayBegin(char first, char second) {
        int hash = hash(pair(first, second));
        return (beginnings[hash >> 6] & 1L << hash | lone[first >> 6] & 1L << first) != 0;
    }

    private @Nullable Entry entryAt(Draft draft, int position, int pair, int behind) {
        for (Entry entry : entries.getOrDefault(pair, List.of())) {
            int start = position - entry.anchor();
            if (start >= behind && stands(draft, start, entry)) {
                return entry;
            }
        }
        Entry entry = loneEntries.get(draft.at(position));
        return entry != null && stands(draft, position, entry) ? entry : null;
    }

    private boolean stands(Draft draft, int position, Entry entry) {
        int end = position + entry.disguise().length();
        return draft.startsWith(entry.disguise(), position)
                && isWholeWord(draft, position, end)
                && (!entry.doubtful() || isDisguise(draft, position, end));
    }

    /** What belongs to a longer ordinary word is no disguise: 卫星 in 卫星电话. */
    private boolean isDisguise(Draft draft, int start, int end) {
        if (!surroundings.speakOfMedicine(draft, start, end)) {
            return false;
        }
        int from = Math.max(0, end - CommonWords.LONGEST);
        String around = draft.text(from, Math.min(draft.length(), start + CommonWords.LONGEST));
        return !CommonWords.surround(around, start - from, end - from);
    }

    /** Latin letters and digits count only as a whole: "tnb" is not part of "atnbx". */
    private static boolean isWholeWord(Draft draft, int start, int end) {
        return !(sameScript(draft, start - 1, start) || sameScript(draft, end - 1, end));
    }

    private static boolean sameScript(Draft draft, int left, int right) {
        return left >= 0
                && right < draft.length()
                && Characters.kind(draft.at(left)) == Characters.LATIN
                && Characters.kind(draft.at(right)) == Characters.LATIN;
    }
}
