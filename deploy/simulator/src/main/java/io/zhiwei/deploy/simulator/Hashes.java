package io.zhiwei.deploy.simulator;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of personal identifiers, as sources make them: HMAC-SHA-256, the first 16 bytes. Not thread-safe. */
public final class Hashes {

    private static final int BYTES = 16;
    private final Mac mac;

    /** Makes the hashes of a city; the seed is the key. */
    public Hashes(long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("city-" + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256, which every JDK must have.", e);
        }
    }

    /** Returns the hash of an identifier. */
    public String of(String identifier) {
        byte[] full = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(full, 0, BYTES);
    }
}
