package io.zhiwei.models.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;

/**
 * What becomes of each character of the Basic Multilingual Plane: compatibility forms are decomposed (Unicode NFKC),
 * letters are lower case, traditional Chinese is simplified, invisible characters go, symbols become blanks. A table, so
 * that the hot path looks up instead of computing.
 */
final class Characters {

    /** Stands in the table for a character that leaves no trace. */
    static final char NOTHING = '\uE000';

    /** Stands in the table for a character that needs a closer look: it becomes several, or is half of one. */
    static final char SPECIAL = '\uE001';

    /** Kinds of characters of a normal form. */
    static final byte OTHER = 0;

    static final byte CHINESE = 1;
    static final byte LATIN = 2;
    static final byte DIGIT = 3;
    /** A character that evaders put between two letters of a word. */
    static final byte FILLER = 4;

    private static final String FILLERS = " *·•.丨丶丿|~^_`#@$&=/\\'\"-○●◆■★☆※→";
    private static final String KEPT_SYMBOLS = "+<>=%$~^`|";
    private static final int PLANE = 1 << 16;
    private static final char FIRST_CHINESE = '\u4E37';
    private static final char LAST_CHINESE = '\u9FFF';
    private static final char[] TABLE = table();
    private static final byte[] KINDS = kinds();

    private Characters() {}

    /** Returns a fresh copy of the table, for a normaliser that adds its own characters. */
    static char[] copyOfTable() {
        return TABLE.clone();
    }

    /** Returns the kind of a character of a normal form. */
    static byte kind(char character) {
        // Most are Chinese, behind the fillers among the strokes; a comparison is cheaper than a look into a table that
        // the cache does not hold.
        return character >= FIRST_CHINESE && character <= LAST_CHINESE ? CHINESE : KINDS[character];
    }

    /** Returns the normal form of a code point outside the table's reach, without regard to its neighbours. */
    static String decompose(String codePoint) {
        String normal = Normalizer.normalize(codePoint, Normalizer.Form.NFKC);
        StringBuilder result = new StringBuilder(normal.length());
        normal.codePoints()
                .map(Character::toLowerCase)
                .map(point -> point < PLANE ? simplified(point) : point)
                .forEach(point -> {
                    if (!isInvisible(point)) {
                        result.appendCodePoint(isSymbol(point) ? ' ' : point);
                    }
                });
        return result.toString();
    }

    private static char[] table() {
        char[] table = new char[PLANE];
        for (int point = 0; point < PLANE; point++) {
            table[point] = entry(point);
        }
        return table;
    }

    private static char entry(int point) {
        if (Character.isSurrogate((char) point)) {
            return SPECIAL;
        }
        if (point == '\t' || point == 0x2028 || point == 0x2029) {
            return '\n';
        }
        if (point == '\n') {
            return '\n';
        }
        String normal = decompose(String.valueOf((char) point));
        return normal.isEmpty() ? NOTHING : normal.length() == 1 ? normal.charAt(0) : SPECIAL;
    }

    /** Zero-width, bidirectional and other format characters, variation selectors, tags, controls, combining marks. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.CONTROL && point != '\n'
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0000 && point <= 0xE01EF
                || point >= 0x1F3FB && point <= 0x1F3FF;
    }

    private static boolean isSymbol(int point) {
        if (point < 0x80) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SPACE_SEPARATOR
                || type == Character.MATH_SYMBOL && KEPT_SYMBOLS.indexOf(point) < 0;
    }

    private static int simplified(int point) {
        if (!Character.isIdeographic(point)) {
            return point;
        }
        String simple = ZhConverterUtil.toSimple(String.valueOf((char) point));
        return simple.length() == 1 ? simple.charAt(0) : point;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[PLANE];
        for (int point = 0; point < PLANE; point++) {
            kinds[point] = kindOf((char) point);
        }
        return kinds;
    }

    private static byte kindOf(char character) {
        if (FILLERS.indexOf(character) >= 0) {
            return FILLER;
        }
        if (character >= '0' && character <= '9') {
            return DIGIT;
        }
        if (character >= 'a' && character <= 'z') {
            return LATIN;
        }
        return Character.isIdeographic(character) ? CHINESE : OTHER;
    }
}
