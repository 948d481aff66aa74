package io.zhiwei.models.text;

import io.zhiwei.models.text.Draft.Replacement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings Chinese text to its normal form: compatibility forms, case, traditional characters, invisible characters, emoji,
 * characters in parts, homophones and Pinyin of sensitive words, fillers between the letters of a word, percentages in
 * words. Numerals stay as they are written; who counts reads both. Thread-safe.
 */
public final class TextNormaliser {

    private static final TextNormaliser PLAIN = new TextNormaliser(Spellings.NONE, List.of());
    /** Single characters between equal separators, from which on they are taken for one word that was torn apart. */
    private static final int TORN_APART = 4;

    private static final String TEARING = "，,、。;；:：!！?？";

    private final char[] table = Characters.copyOfTable();
    private final Map<Integer, List<Map.Entry<String, String>>> pictures = new HashMap<>();
    private final Respelling respelling;
    private final Sounds sounds;

    private TextNormaliser(Spellings spellings, Collection<String> sensitive) {
        Surroundings surroundings = new Surroundings(spellings.context());
        this.respelling = new Respelling(spellings, sensitive, surroundings);
        this.sounds = new Sounds(spellings, sensitive, surroundings);
        for (Map.Entry<String, String> picture : spellings.pictures().entrySet()) {
            int first = picture.getKey().codePointAt(0);
            pictures.computeIfAbsent(first, key -> new ArrayList<>()).add(picture);
            if (first < table.length) {
                table[first] = Characters.SPECIAL;
            }
        }
        pictures.values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                        (Map.Entry<String, String> picture) -> -picture.getKey().length())));
    }

    /** Returns a normaliser that knows characters but no tricks and no sensitive words. */
    public static TextNormaliser plain() {
        return PLAIN;
    }

    /**
     * Returns a normaliser.
     *
     * @param spellings the tricks
     * @param sensitive words for whose disguises it looks
     */
    public static TextNormaliser of(Spellings spellings, Collection<String> sensitive) {
        return new TextNormaliser(spellings, sensitive);
    }

    /** Returns the normal form. */
    public NormalText normalise(String text) {
        Draft draft = mend(fold(text));
        List<Replacement> found = new ArrayList<>(0);
        Numerals.find(draft, found);
        draft = apply(draft, found);
        respelling.find(draft, found);
        draft = apply(draft, found);
        sounds.find(draft, found);
        return apply(draft, found).finish();
    }

    private static Draft apply(Draft draft, List<Replacement> found) {
        if (found.isEmpty()) {
            return draft;
        }
        Draft replaced = draft.replace(found);
        found.clear();
        return replaced;
    }

    private Draft fold(String text) {
        Draft draft = new Draft(text);
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char character = characters[i];
            char normal = table[character];
            if (normal == character) {
                draft.add(character, i, i + 1, false);
            } else if (normal == Characters.NOTHING) {
                draft.skip();
            } else if (normal == Characters.SPECIAL) {
                i = foldSpecial(text, i, draft) - 1;
            } else {
                draft.add(normal, i, i + 1, isDisguise(character, normal));
            }
        }
        return draft;
    }

    /** Another case or other punctuation is ordinary writing; another letter or digit is not. */
    private static boolean isDisguise(char character, char normal) {
        return (character < 'A' || character > 'Z') && Character.isLetterOrDigit(normal);
    }

    private int foldSpecial(String text, int start, Draft draft) {
        int point = text.codePointAt(start);
        Map.Entry<String, String> picture = picture(text, start, point);
        String normal;
        int end;
        if (picture != null) {
            normal = picture.getValue();
            end = start + picture.getKey().length();
        } else {
            end = start + Character.charCount(point);
            normal = Character.charCount(point) == 1 && Character.isSurrogate(text.charAt(start))
                    ? " "
                    : Characters.decompose(text.substring(start, end));
        }
        if (normal.isEmpty()) {
            draft.skip();
        }
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            draft.add(character, start, end, Character.isLetterOrDigit(character));
        }
        return end;
    }

    private Map.@Nullable Entry<String, String> picture(String text, int start, int point) {
        for (Map.Entry<String, String> picture : pictures.getOrDefault(point, List.of())) {
            if (text.startsWith(picture.getKey(), start)) {
                return picture;
            }
        }
        return null;
    }

    /** Joins words whose every character stands between equal separators: 根、治、糖、尿、病. */
    private static Draft mend(Draft draft) {
        if (!draft.mayBeTorn()) {
            return draft;
        }
        List<Replacement> found = new ArrayList<>(0);
        int position = 1;
        while (position < draft.length() - 1) {
            int torn = tearsFrom(draft, position);
            for (int i = 0; torn >= TORN_APART - 1 && i < torn; i++) {
                found.add(new Replacement(position + 2 * i, position + 2 * i + 1, "", true));
            }
            position += torn > 0 ? 2 * torn : 1;
        }
        return found.isEmpty() ? draft : draft.replace(found);
    }

    /** Returns how many equal separators follow from a position on with one Chinese character between each two. */
    private static int tearsFrom(Draft draft, int position) {
        char separator = draft.at(position);
        if (TEARING.indexOf(separator) < 0 || !isAlone(draft, position - 1, separator)) {
            return 0;
        }
        int torn = 0;
        int at = position;
        while (at < draft.length() - 1
                && draft.at(at) == separator
                && Characters.kind(draft.at(at + 1)) == Characters.CHINESE) {
            torn++;
            at += 2;
        }
        boolean lastIsAlone = at >= draft.length() || Characters.kind(draft.at(at)) != Characters.CHINESE;
        return lastIsAlone ? torn : Math.max(0, torn - 1);
    }

    private static boolean isAlone(Draft draft, int position, char separator) {
        return Characters.kind(draft.at(position)) == Characters.CHINESE
                && (position == 0
                        || Characters.kind(draft.at(position - 1)) != Characters.CHINESE
                        || draft.at(position - 1) == separator);
    }
}
