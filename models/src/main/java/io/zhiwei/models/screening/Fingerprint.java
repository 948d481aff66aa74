package io.zhiwei.models.screening;

/** Fingerprints of a text: equal for the same creative, near for a nearly equal one. */
final class Fingerprint {

    private static final int BITS = 64;
    private static final int SHINGLE = 3;
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** Returns a hash of the letters alone: digits, blanks and marks do not count, so that a new telephone number does not make a new creative. */
    static String creative(CharSequence normal) {
        long hash = SEED;
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            if (Character.isLetter(character)) {
                hash = (hash ^ character) * PRIME;
            }
        }
        return Long.toHexString(mix(hash));
    }

    /** Returns the 64-bit simhash over letter triples (Charikar 2002): nearly equal texts differ in few bits. */
    static long simhash(CharSequence normal) {
        int[] votes = new int[BITS];
        long window = 0;
        int letters = 0;
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            if (Character.isLetter(character)) {
                window = window << 16 | character;
                letters++;
                if (letters >= SHINGLE) {
                    vote(votes, mix((window & 0xFFFFFFFFFFFFL) * PRIME ^ SEED));
                }
            }
        }
        long result = 0;
        for (int bit = 0; bit < BITS; bit++) {
            result |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return result;
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < BITS; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
