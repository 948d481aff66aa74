package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private final MessageReader<IndexedRecord> reader = MessageReader.generic(Advertisement.getClassSchema());
    private final byte[] good = SingleObject.encode(Samples.advertisement());

    @Test
    void readsStringsAsStrings() throws Exception {
        IndexedRecord ad = reader.read(good);

        assertThat(ad.get(ad.getSchema().getField("adId").pos())).isEqualTo("ad-1");
        assertThat(ad.get(ad.getSchema().getField("text").pos())).isEqualTo("一贴见效，𠮷祥膏药 🌿");
        assertThat(ad.get(ad.getSchema().getField("links").pos()))
                .hasToString("[https://shop.example/1, https://shop.example/2]");
    }

    @Test
    void readsAGeneratedClass() throws Exception {
        MessageReader<Advertisement> specific = MessageReader.specific(Advertisement.getClassSchema());

        assertThat(specific.read(good)).isEqualTo(Samples.advertisement());
    }

    @Test
    void refusesAnEmptyMessage() {
        assertThat(refusal(new byte[0])).isEqualTo(DeadLetterReason.EMPTY);
    }

    @Test
    void refusesAMessageWithoutFrame() {
        assertThat(refusal("{\"adId\":\"1\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(DeadLetterReason.NOT_SINGLE_OBJECT);
    }

    @Test
    void namesTheFingerprintThatNobodyReleased() {
        // Given
        Schema foreign =
                SchemaBuilder.record("Foreign").fields().requiredInt("x").endRecord();
        byte[] message = SingleObject.encode(
                new GenericRecordBuilder(foreign).set("x", 1).build());

        // When
        RefusedMessageException refusal =
                catchThrowableOfType(RefusedMessageException.class, () -> reader.read(message));

        // Then
        assertThat(refusal.reason()).isEqualTo(DeadLetterReason.UNKNOWN_FINGERPRINT);
        assertThat(refusal)
                .hasMessageContaining(HexFormat.of().toHexDigits(SingleObject.fingerprint(foreign)))
                .hasMessageContaining("release the writer's schema first");
    }

    @Test
    void refusesAKnownRecordOfAnotherTopic() {
        // Given
        DeadLetter letter = DeadLetter.newBuilder()
                .setTopic("t")
                .setPartition(0)
                .setOffset(0)
                .setStage("decode")
                .setReason(DeadLetterReason.EMPTY)
                .setMessage("m")
                .setRefusedAt(java.time.Instant.EPOCH)
                .setSize(0)
                .setPayload(ByteBuffer.allocate(0))
                .build();

        // Then
        assertThat(refusal(SingleObject.encode(letter))).isEqualTo(DeadLetterReason.UNKNOWN_FINGERPRINT);
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = SingleObject.HEADER_LENGTH; length < good.length; length++) {
            assertThat(refusal(Arrays.copyOf(good, length)))
                    .as("cut to %d", length)
                    .isEqualTo(DeadLetterReason.TRUNCATED);
        }
    }

    @Test
    void refusesBytesAfterTheRecord() {
        assertThat(refusal(Arrays.copyOf(good, good.length + 1))).isEqualTo(DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesALengthOfTwoGigabytesWithoutAllocatingIt() {
        byte[] message = withBody("feffffff0e41");

        assertThat(refusal(message)).isEqualTo(DeadLetterReason.TRUNCATED);
    }

    @Test
    void refusesANegativeLength() {
        assertThat(refusal(withBody("0141"))).isEqualTo(DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesALoneSurrogate() {
        byte[] message = withBody("06eda080");

        assertThat(refusal(message)).isEqualTo(DeadLetterReason.INVALID_TEXT);
    }

    @Test
    void acceptsAGenuineReplacementCharacter() throws Exception {
        // Given
        Advertisement ad = Samples.advertisement();
        ad.setText("乱码\uFFFD了");

        // When
        IndexedRecord read = reader.read(SingleObject.encode(ad));

        // Then
        assertThat(read.get(read.getSchema().getField("text").pos())).isEqualTo("乱码\uFFFD了");
    }

    private DeadLetterReason refusal(byte[] message) {
        return catchThrowableOfType(RefusedMessageException.class, () -> reader.read(message))
                .reason();
    }

    private byte[] withBody(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        byte[] message = Arrays.copyOf(good, SingleObject.HEADER_LENGTH + body.length);
        System.arraycopy(body, 0, message, SingleObject.HEADER_LENGTH, body.length);
        return message;
    }
}
