package io.zhiwei.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The chains of an audit topic, verified entry by entry. An entry that was altered, removed, repeated or put between does not
 * fit the one before it. What was cut off at the end shows only beside a hash that somebody has noted. Not thread-safe.
 */
@NullMarked
public final class AuditChain {

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, AuditEntry> last = new HashMap<>();

    /**
     * Returns the entry with its place in its chain and its hash.
     *
     * @param before the last entry of the chain; null for the first
     */
    public static AuditEntry link(AuditEntry.Builder entry, @Nullable AuditEntry before) {
        AuditEntry open = entry.setNumber(before == null ? 1 : before.getNumber() + 1)
                .setPrevious(before == null ? "" : before.getHash())
                .setHash("")
                .build();
        open.setHash(hash(open));
        return open;
    }

    /** Takes the next entry of the topic; returns what is wrong with it, or empty where it fits. */
    public Optional<String> accept(AuditEntry entry) {
        AuditEntry before = last.put(entry.getChain(), entry);
        long expected = before == null ? 1 : before.getNumber() + 1;
        if (entry.getNumber() != expected) {
            return Optional.of("number " + expected + " is missing: number " + entry.getNumber() + " follows");
        }
        if (!entry.getPrevious().equals(before == null ? "" : before.getHash())) {
            return Optional.of("number " + entry.getNumber() + " does not stand on the one before it");
        }
        if (!entry.getHash().equals(hash(entry))) {
            return Optional.of("number " + entry.getNumber() + " was altered");
        }
        return Optional.empty();
    }

    /** Returns the last entry of each chain. */
    public Map<String, AuditEntry> ends() {
        return Map.copyOf(last);
    }

    private static String hash(AuditEntry entry) {
        MessageDigest digest = sha256();
        // Each field with its length, so that no text can pass from one into the next.
        for (String field : List.of(
                entry.getChain(),
                Long.toString(entry.getNumber()),
                Long.toString(entry.getAt().toEpochMilli()),
                entry.getWho(),
                entry.getAction(),
                entry.getObject(),
                entry.getDetail(),
                entry.getPrevious())) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HEX.formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
