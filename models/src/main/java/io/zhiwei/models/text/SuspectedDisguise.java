package io.zhiwei.models.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what may be a word in disguise but is too uncertain to be read as one: it sounds like a word and is none itself,
 * it is a word's initials, or holds a character in parts. Such a place marks a text that is suspicious anyway; it accuses
 * nobody. Too slow for every text.
 */
public final class SuspectedDisguise {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int SHORTEST_INITIALS = 3;
    private static final int SHORTEST_HEAP = 5;
    /** They stand beside any word. */
    private static final String FUNCTION_CHARACTERS = "的了就一不是在有和也都还再又与及或把被让给对向从到上下后前号";

    private static final String INITIALS = "拼音首字母";

    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, String> byInitials = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> agreed = new TreeMap<>();
    private final Collection<String> words;

    /** A character and one way to write it in parts. */
    private record Part(String written, String whole) {}

    /**
     * A place that looks like a word in disguise.
     *
     * @param written what stands there
     * @param word the word that it may be, or what else it may be
     */
    public record Suspicion(String written, String word) {}

    /**
     * Prepares the search.
     *
     * @param spellings characters in parts
     * @param words words that an evader would disguise
     */
    public SuspectedDisguise(Spellings spellings, Collection<String> words) {
        this.words = words;
        for (String word : words) {
            if (word.length() >= SHORTEST && word.length() <= LONGEST && isSpoken(word)) {
                bySound.computeIfAbsent(sound(word, 0, word.length()), key -> new ArrayList<>(1))
                        .add(word);
                if (word.length() >= SHORTEST_INITIALS) {
                    byInitials.putIfAbsent(Pinyin.initials(word), word);
                }
            }
        }
        spellings
                .parts()
                .forEach((whole, writings) -> writings.forEach(written -> parts.add(new Part(written, whole))));
        Stream.of(spellings.respelled(), spellings.respelledNearMedicine())
                .flatMap(table -> table.entrySet().stream())
                .filter(entry -> entry.getKey().chars().allMatch(letter -> letter >= 'a' && letter <= 'z'))
                .filter(entry -> entry.getKey().length() == SHORTEST)
                .forEach(entry -> agreed.put(entry.getKey(), entry.getValue()));
        parts.sort(Comparator.comparingInt(part -> -part.written().length()));
    }

    /** Returns the first suspicion in a normal form. */
    public Optional<Suspicion> find(String normal) {
        return bySound(normal).or(() -> byInitials(normal)).or(() -> inParts(normal));
    }

    private Optional<Suspicion> bySound(String text) {
        for (int start = 0; start < text.length(); start++) {
            for (int length = Math.min(LONGEST, text.length() - start); length >= SHORTEST; length--) {
                String sound = sound(text, start, start + length);
                for (String word : bySound.getOrDefault(sound, List.of())) {
                    if (isOneOff(text, start, word)) {
                        return Optional.of(new Suspicion(text.substring(start, start + length), word));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** All but one character are the word's own, and that one belongs to no other word. */
    private boolean isOneOff(String text, int start, String word) {
        int place = -1;
        for (int i = start; i < start + word.length(); i++) {
            if (text.charAt(i) != word.charAt(i - start)) {
                if (place >= 0) {
                    return false;
                }
                place = i;
            }
        }
        return place >= 0
                && FUNCTION_CHARACTERS.indexOf(text.charAt(place)) < 0
                && !CommonWords.contains(text, place - 1, place + 1)
                && !CommonWords.contains(text, place, place + 2)
                && !CommonWords.contains(text, start, start + word.length())
                && !words.contains(text.substring(start, start + word.length()));
    }

    private Optional<Suspicion> byInitials(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && Characters.kind(text.charAt(end)) == Characters.LATIN) {
                end++;
            }
            String letters = text.substring(start, end);
            String word = letters.length() < SHORTEST_INITIALS ? null : byInitials.get(letters);
            word = word == null ? wordBefore(letters) : word;
            if (word != null || isHeapOfInitials(letters)) {
                return Optional.of(new Suspicion(letters, word == null ? INITIALS : word));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /** An agreed disguise with something right behind it, such as the name of an account. */
    private @Nullable String wordBefore(String letters) {
        for (Map.Entry<String, String> known : agreed.entrySet()) {
            if (letters.length() > known.getKey().length() && letters.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return null;
    }

    /** Initials of several words: hardly a vowel, and none of the letters with which no syllable begins. */
    private static boolean isHeapOfInitials(String letters) {
        return letters.length() >= SHORTEST_HEAP
                && !letters.startsWith("http")
                && letters.chars().allMatch(letter -> letter >= 'a' && letter <= 'z' && "iuv".indexOf(letter) < 0)
                && letters.chars().filter(letter -> "aeo".indexOf(letter) >= 0).count()
                        <= letters.length() / SHORTEST_HEAP;
    }

    private Optional<Suspicion> inParts(String text) {
        for (Part part : parts) {
            for (int at = text.indexOf(part.written()); at >= 0; at = text.indexOf(part.written(), at + 1)) {
                int end = at + part.written().length();
                String whole = text.substring(Math.max(0, at - LONGEST), at)
                        + part.whole()
                        + text.substring(end, Math.min(text.length(), end + LONGEST));
                Optional<String> word = wordAround(whole, Math.min(at, LONGEST));
                if (word.isPresent()) {
                    return Optional.of(new Suspicion(part.written(), word.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> wordAround(String text, int place) {
        for (int start = Math.max(0, place - LONGEST + 1); start <= place; start++) {
            for (int end = Math.max(place + 1, start + SHORTEST);
                    end <= Math.min(text.length(), start + LONGEST);
                    end++) {
                String word = text.substring(start, end);
                if (words.contains(word)) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSpoken(String word) {
        return word.chars().allMatch(character -> Pinyin.sound((char) character) != Pinyin.SILENT);
    }

    /** The sounds one after the other, one character each. */
    private static String sound(String text, int start, int end) {
        char[] sounds = new char[end - start];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = (char) Pinyin.sound(text.charAt(start + i));
        }
        return new String(sounds);
    }
}
