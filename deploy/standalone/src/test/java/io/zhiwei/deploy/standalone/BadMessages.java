package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Messages of which no event can be made, each with the reasons that may be given for it. */
final class BadMessages {

    private static final Instant TIME = Instant.parse("2026-11-03T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z");
    private static final String MARK = "@@";
    private static final int RARE = 400;
    private static final int KINDS = 10;

    private final Random random = new Random(20_261_125);

    /**
     * A bad message.
     *
     * @param bytes what is sent; null is a message without value
     * @param reasons one of these is right
     */
    @SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
    record Bad(byte @Nullable [] bytes, List<DeadLetterReason> reasons) {

        Bad(byte @Nullable [] bytes, DeadLetterReason... reasons) {
            this(bytes, List.of(reasons));
        }
    }

    /** Returns message i of a series that has every kind; large ones are rare. */
    Bad message(int i) {
        if (i % RARE == 0) {
            return large(i / RARE);
        }
        byte[] good = SingleObject.encode(ad(i).build());
        return switch (i % KINDS) {
            case 0 -> new Bad(randomBytes(), DeadLetterReason.NOT_SINGLE_OBJECT);
            case 1 -> new Bad(cut(good), DeadLetterReason.TRUNCATED, DeadLetterReason.MALFORMED);
            case 2 -> new Bad(withUnknownFingerprint(good), DeadLetterReason.UNKNOWN_FINGERPRINT);
            case 3 -> new Bad(new byte[0], DeadLetterReason.EMPTY);
            case 4 -> new Bad(null, DeadLetterReason.EMPTY);
            case 5 ->
                new Bad(SingleObject.encode(ad(i).setPublishedAt(YEAR_9999).build()), DeadLetterReason.INVALID_TIME);
            case 6 -> new Bad(SingleObject.encode(ad(i).setAdId(" ").build()), DeadLetterReason.MISSING_FIELD);
            case 7 -> new Bad(withLoneSurrogate(i), DeadLetterReason.INVALID_TEXT);
            case 8 -> new Bad(withWrongUnion(good), DeadLetterReason.MALFORMED, DeadLetterReason.TRUNCATED);
            default -> new Bad(Arrays.copyOf(good, good.length + 1 + random.nextInt(9)), DeadLetterReason.MALFORMED);
        };
    }

    private Bad large(int number) {
        int length = number % 10 == 0 ? 5 << 20 : 200_001;
        return new Bad(
                SingleObject.encode(ad(number).setText("a".repeat(length)).build()), DeadLetterReason.TOO_LARGE);
    }

    private static Advertisement.Builder ad(int i) {
        return Advertisement.newBuilder()
                .setAdId("bad-" + i)
                .setPublishedAt(TIME)
                .setAdvertiserName("坏例" + i)
                .setText(MARK + "百分百治愈");
    }

    /** Never the mark of a message: C3 01. */
    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(200)];
        random.nextBytes(bytes);
        bytes[0] = bytes[0] == (byte) 0xC3 ? 0 : bytes[0];
        return bytes;
    }

    private byte[] cut(byte[] good) {
        return Arrays.copyOf(
                good, SingleObject.HEADER_LENGTH + random.nextInt(good.length - SingleObject.HEADER_LENGTH));
    }

    private byte[] withUnknownFingerprint(byte[] good) {
        byte[] bad = good.clone();
        bad[2 + random.nextInt(8)] ^= (byte) (1 + random.nextInt(255));
        return bad;
    }

    /** The first union of the record, seenAt, gets a branch that it does not have. */
    private static byte[] withWrongUnion(byte[] good) {
        byte[] bad = good.clone();
        int idLength = bad[SingleObject.HEADER_LENGTH] / 2;
        int timeLength = 6;
        bad[SingleObject.HEADER_LENGTH + 1 + idLength + timeLength] = 0x7E;
        return bad;
    }

    /** Half of a pair, as UTF-8 never has it, in the place of three letters. */
    private static byte[] withLoneSurrogate(int i) {
        byte[] bad = SingleObject.encode(ad(i).setText("ZZZ百分百治愈").build());
        byte[] mark = "ZZZ".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bad.length - mark.length; at++) {
            if (Arrays.equals(bad, at, at + mark.length, mark, 0, mark.length)) {
                bad[at] = (byte) 0xED;
                bad[at + 1] = (byte) 0xA0;
                bad[at + 2] = (byte) 0x80;
                return bad;
            }
        }
        throw new AssertionError("the mark is not in the message");
    }
}
