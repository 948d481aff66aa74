package io.zhiwei.models.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable identifiers from their parts: the first 128 bits of SHA-256. */
public final class Digest {

    private static final int BYTES = 16;

    /** Never fed, only copied: looking the algorithm up takes longer than a digest of a few short parts. */
    private static final MessageDigest SHA_256 = sha256();

    private Digest() {}

    /** Returns 32 hexadecimal digits that depend on every part and on where one part ends. */
    public static String hex(String... parts) {
        MessageDigest digest = fresh();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
