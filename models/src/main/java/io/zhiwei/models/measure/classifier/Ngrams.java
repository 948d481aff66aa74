package io.zhiwei.models.measure.classifier;

/** Character n-grams of a normal form, hashed into a fixed number of buckets. Digits count as one sign, blanks as none. */
public final class Ngrams {

    /** Longest n-gram, characters. */
    public static final int LONGEST = 4;

    /** Number of buckets, a power of two. */
    public static final int BUCKETS = 1 << 18;

    private static final char EDGE = '\u0002';
    private static final int PRIME = 0x01000193;

    private Ngrams() {}

    /** Receives one n-gram. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes an n-gram.
         *
         * @param bucket its bucket
         * @param start its first character in the normal form
         * @param end the character behind its last one
         */
        void visit(int bucket, int start, int end);
    }

    /** Shows the visitor every n-gram of a text; the edges of the text are characters too. */
    public static void visit(CharSequence text, Visitor visitor) {
        int length = text.length();
        for (int start = -1; start < length; start++) {
            if (sign(text, start) == ' ') {
                continue;
            }
            int hash = 0x811c9dc5;
            int end = start;
            for (int taken = 0; taken < LONGEST && end <= length; end++) {
                char character = sign(text, end);
                if (character == ' ') {
                    continue;
                }
                hash = (hash ^ character) * PRIME;
                taken++;
                visitor.visit(bucket(hash, taken), Math.max(0, start), Math.min(length, end + 1));
            }
        }
    }

    private static char sign(CharSequence text, int position) {
        if (position < 0 || position >= text.length()) {
            return EDGE;
        }
        char character = text.charAt(position);
        if (character >= '0' && character <= '9') {
            return '0';
        }
        return Character.isWhitespace(character) ? ' ' : character;
    }

    private static int bucket(int hash, int length) {
        int mixed = (hash ^ length * 0x9E3779B9) * 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) & BUCKETS - 1;
    }
}
