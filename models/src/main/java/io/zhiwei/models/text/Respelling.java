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

    private final Map<Character, List<Entry>> entries = new HashMap<>();
    private final BitSet beginnings = new BitSet();
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
        beginnings.set(disguise.charAt(0));
        List<Entry> list = entries.computeIfAbsent(disguise.charAt(0), key -> new ArrayList<>());
        list.add(new Entry(disguise, word, doubtful));
    }

    private static boolean hasRadical(String written, String radicals) {
        return written.chars().anyMatch(part -> radicals.indexOf(part) >= 0);
    }

    /** Adds what it finds, in order and without overlap. */
    void find(Draft draft, List<Replacement> found) {
        int position = 0;
        while (position < draft.length()) {
            Entry entry = beginnings.get(draft.at(position)) ? entryAt(draft, position) : null;
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
        for (Entry entry : entries.getOrDefault(draft.at(position), List.of())) {
            int end = position + entry.disguise().length();
            if (draft.startsWith(entry.disguise(), position)
                    && isWholeWord(draft, position, end)
                    && (!entry.doubtful() || surroundings.speakOfMedicine(draft, position, end))) {
                return entry;
            }
        }
        return null;
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
