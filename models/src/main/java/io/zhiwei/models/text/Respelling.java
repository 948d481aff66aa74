package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds words that are written in a known other way: agreed disguises, characters in parts, initials. */
final class Respelling {

    private static final int SHORTEST_INITIALS = 3;
    private static final int HASH_BITS = 16;
    private static final int HASHES = 1 << HASH_BITS;
    private static final int MIXER = 0x9E3779B1;

    /** Marks the pairs of characters with which some disguise begins, by their hash: most texts have none. */
    private final BitSet beginnings = new BitSet(HASHES);

    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private final BitSet lone = new BitSet();
    private final Map<Character, Entry> loneEntries = new HashMap<>();
    private final Surroundings surroundings;

    private record Entry(String disguise, String word, boolean doubtful) {}

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
                add(word.replace(whole, written), word, false);
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
        Entry entry = new Entry(disguise, word, doubtful);
        if (disguise.length() == 1) {
            lone.set(disguise.charAt(0));
            loneEntries.putIfAbsent(disguise.charAt(0), entry);
            return;
        }
        int pair = pair(disguise.charAt(0), disguise.charAt(1));
        beginnings.set(hash(pair));
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
        int position = 0;
        while (position < draft.length()) {
            Entry entry = entryAt(draft, position);
            if (entry == null) {
                position++;
            } else {
                int end = position + entry.disguise().length();
                found.add(new Replacement(position, end, entry.word(), true));
                position = end;
            }
        }
    }

    private @Nullable Entry entryAt(Draft draft, int position) {
        char first = draft.at(position);
        if (position + 1 < draft.length()) {
            int pair = pair(first, draft.at(position + 1));
            if (beginnings.get(hash(pair))) {
                for (Entry entry : entries.getOrDefault(pair, List.of())) {
                    if (stands(draft, position, entry)) {
                        return entry;
                    }
                }
            }
        }
        Entry entry = lone.get(first) ? loneEntries.get(first) : null;
        return entry != null && stands(draft, position, entry) ? entry : null;
    }

    private boolean stands(Draft draft, int position, Entry entry) {
        int end = position + entry.disguise().length();
        return draft.startsWith(entry.disguise(), position)
                && isWholeWord(draft, position, end)
                && (!entry.doubtful() || surroundings.speakOfMedicine(draft, position, end));
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
