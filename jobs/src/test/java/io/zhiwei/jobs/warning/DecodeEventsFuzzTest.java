package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.SingleObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Twenty thousand bad messages: each becomes an event or a dead letter, and nothing is thrown. */
class DecodeEventsFuzzTest {

    private static final int MESSAGES = 20_000;
    private static final int HEADER = SingleObject.HEADER_LENGTH;

    private final Random random = new Random(20_261_124);

    @Test
    void everyMessageBecomesAnEventOrADeadLetter() throws Exception {
        try (OneInputStreamOperatorTestHarness<StreamRecord, Event> harness = DecodeEventsTest.harness()) {
            harness.open();
            harness.setProcessingTime(Ads.TIME.toEpochMilli());

            for (int i = 0; i < MESSAGES; i++) {
                harness.processElement(Ads.message(i, message(i)), 0);
            }

            int events = harness.extractOutputValues().size();
            int letters = DecodeEventsTest.letters(harness).size();
            assertThat(events + letters).isEqualTo(MESSAGES);
            assertThat(letters).isGreaterThan(MESSAGES / 2);
            assertThat(DecodeEventsTest.letters(harness)).allSatisfy(letter -> {
                assertThat(letter.getMessage()).isNotBlank();
                assertThat(letter.getOffset()).isNotNegative();
            });
        }
    }

    private byte[] message(int i) {
        byte[] good = SingleObject.encode(ad(i));
        return switch (i % 8) {
            case 0 -> bytes(random.nextInt(200));
            case 1 -> Arrays.copyOf(good, random.nextInt(good.length));
            case 2 -> withUnknownFingerprint(good);
            case 3 -> withMutations(good, 1 + random.nextInt(8), HEADER);
            case 4 -> withRandomBody(good);
            case 5 -> withMutations(good, 1, 0);
            case 6 -> Arrays.copyOf(good, good.length + 1 + random.nextInt(20));
            default -> withHugeLength(good);
        };
    }

    private Advertisement ad(int i) {
        Advertisement ad =
                Ads.ad("ad-" + i, Instant.ofEpochMilli(random.nextLong(Long.MAX_VALUE / 2)), "文".repeat(i % 300));
        ad.setLinks(List.of("https://x.example/" + i));
        ad.setViews(random.nextLong());
        return ad;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] withUnknownFingerprint(byte[] good) {
        byte[] bad = good.clone();
        bad[2 + random.nextInt(8)] ^= (byte) (1 + random.nextInt(255));
        return bad;
    }

    private byte[] withMutations(byte[] good, int count, int from) {
        byte[] bad = good.clone();
        for (int i = 0; i < count; i++) {
            bad[from + random.nextInt(bad.length - from)] = (byte) random.nextInt();
        }
        return bad;
    }

    private byte[] withRandomBody(byte[] good) {
        byte[] bad = Arrays.copyOf(good, HEADER + random.nextInt(400));
        byte[] body = bytes(bad.length - HEADER);
        System.arraycopy(body, 0, bad, HEADER, body.length);
        return bad;
    }

    /** A length prefix of up to eight bytes somewhere in the body. */
    private byte[] withHugeLength(byte[] good) {
        byte[] bad = good.clone();
        int at = HEADER + random.nextInt(Math.max(1, bad.length - HEADER - 9));
        for (int i = at; i < Math.min(bad.length - 1, at + 1 + random.nextInt(8)); i++) {
            bad[i] = (byte) 0xFE;
        }
        return bad;
    }
}
