package io.zhiwei.models.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Disguises texts as evaders do, to see whether screening still finds what they say. The same seed makes the same disguise.
 * Homophones come from the 3,755 commonest characters (GB 2312, first level), not from the tables of the normaliser.
 */
public final class Evasion {

    private static final Charset COMMON = Charset.forName("GB2312");
    private static final int FIRST_ROW = 0xB0;
    private static final int LAST_ROW = 0xD7;
    private static final int FIRST_CELL = 0xA1;
    private static final int LAST_CELL = 0xFE;
    private static final int FULL_WIDTH = 0xFEE0;
    private static final String CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨";
    private static final String FILLERS = "*.~-_ ·丨";
    private static final int SHORTEST_INITIALS = 3;

    private final Spellings spellings;
    private final Map<Short, List<Character>> bySound = new HashMap<>();
    private final Random random;

    /** A way to disguise. */
    public enum Trick {
        HOMOPHONE,
        SPLIT_CHARACTERS,
        PINYIN,
        INITIALS,
        INTERLEAVED,
        FULL_WIDTH,
        CIRCLED,
        TRADITIONAL,
        EMOJI,
        ZERO_WIDTH,
        LATIN
    }

    /** Makes a disguiser; parts of characters and emoji come from the table. */
    public Evasion(Spellings spellings, long seed) {
        this.spellings = spellings;
        this.random = new Random(seed);
        for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
            for (int cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
                char character = new String(new byte[] {(byte) row, (byte) cell}, COMMON).charAt(0);
                bySound.computeIfAbsent(Pinyin.sound(character), key -> new ArrayList<>())
                        .add(character);
            }
        }
    }

    /**
     * Returns the text in disguise; equal where the trick finds nothing to do.
     *
     * @param words words that are to be disguised
     */
    public String disguise(Trick trick, String text, Collection<String> words) {
        String result = text;
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String word : longestFirst) {
            if (word.length() > 1 && result.contains(word)) {
                result = result.replace(word, disguise(trick, word));
            }
        }
        return result;
    }

    private interface Test {
        boolean holds(char character);
    }

    private interface Change {
        char of(char character);
    }

    private static String each(String text, Test test, Change change) {
        StringBuilder result = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            result.append(test.holds(character) ? change.of(character) : character);
        }
        return result.toString();
    }

    private static boolean isLatinOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character) || character == '%';
    }

    private String disguise(Trick trick, String word) {
        return switch (trick) {
            case HOMOPHONE -> homophone(word);
            case SPLIT_CHARACTERS -> split(word);
            case PINYIN -> pinyin(word);
            case INITIALS -> word.length() < SHORTEST_INITIALS || !isChinese(word) ? word : Pinyin.initials(word);
            case INTERLEAVED -> between(word, FILLERS.charAt(random.nextInt(FILLERS.length())));
            case ZERO_WIDTH -> between(word, '\u200B');
            case FULL_WIDTH -> each(word, Evasion::isLatinOrDigit, character -> (char) (character + FULL_WIDTH));
            case CIRCLED -> each(word, Character::isDigit, character -> CIRCLED.charAt(character - '0'));
            case TRADITIONAL -> ZhConverterUtil.toTraditional(word);
            case EMOJI -> pictures(word);
            case LATIN -> latin(word);
        };
    }

    private static boolean isChinese(String word) {
        return word.chars().allMatch(character -> Pinyin.sound((char) character) != Pinyin.SILENT);
    }

    private String homophone(String word) {
        int place = random.nextInt(word.length());
        char character = word.charAt(place);
        List<Character> others = new ArrayList<>(bySound.getOrDefault(Pinyin.sound(character), List.of()));
        others.remove(Character.valueOf(character));
        if (Pinyin.sound(character) == Pinyin.SILENT || others.isEmpty()) {
            return word;
        }
        char other = others.get(random.nextInt(others.size()));
        return word.substring(0, place) + other + word.substring(place + 1);
    }

    private String split(String word) {
        StringBuilder result = new StringBuilder();
        for (char character : word.toCharArray()) {
            List<String> written = spellings.parts().getOrDefault(String.valueOf(character), List.of());
            result.append(written.isEmpty() ? String.valueOf(character) : written.get(0));
        }
        return result.toString();
    }

    private String pinyin(String word) {
        int place = random.nextInt(word.length());
        String syllable = Pinyin.syllable(word.charAt(place));
        return syllable.isEmpty() ? word : word.substring(0, place) + syllable + word.substring(place + 1);
    }

    private static String between(String word, char filler) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            result.append(i == 0 ? "" : String.valueOf(filler)).append(word.charAt(i));
        }
        return result.toString();
    }

    private String pictures(String text) {
        String result = text;
        for (Map.Entry<String, String> picture : spellings.pictures().entrySet()) {
            if (!picture.getValue().equals("微")) {
                result = result.replace(picture.getValue(), picture.getKey());
            }
        }
        return result.replace("微信", "❤信");
    }

    private static String latin(String text) {
        String result = text.replace("癌症", "A症").replace("抗癌", "抗Ca").replace("微信", "VX");
        StringBuilder digits = new StringBuilder(result);
        for (int i = digits.length() - 2; i > 0; i--) {
            boolean next = digits.charAt(i + 1) == '%' || digits.charAt(i + 1) == 'O';
            if (digits.charAt(i) == '0' && next && Character.isDigit(digits.charAt(i - 1))) {
                digits.setCharAt(i, 'O');
            }
        }
        return digits.toString();
    }
}
