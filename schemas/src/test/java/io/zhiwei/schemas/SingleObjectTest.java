package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class SingleObjectTest {

    @Test
    void writesTheSameBytesAsAvroItself() throws Exception {
        // Given
        Advertisement ad = Samples.advertisement();

        // When
        byte[] message = SingleObject.encode(ad);

        // Then
        ByteBuffer expected = Advertisement.getEncoder().encode(ad);
        assertThat(ByteBuffer.wrap(message)).isEqualTo(expected);
        assertThat(SingleObject.isFramed(message)).isTrue();
        assertThat(SingleObject.fingerprintOf(message))
                .isEqualTo(SingleObject.fingerprint(Advertisement.getClassSchema()));
    }

    @Test
    void encodesAGenericRecordLikeTheGeneratedOne() throws Exception {
        // Given
        byte[] message = SingleObject.encode(Samples.advertisement());
        IndexedRecord generic =
                MessageReader.generic(Advertisement.getClassSchema()).read(message);

        // When
        byte[] again = SingleObject.encode(generic);

        // Then
        assertThat(again).isEqualTo(message);
    }

    @Test
    void recognisesWhatIsNotFramed() {
        assertThat(SingleObject.isFramed(new byte[0])).isFalse();
        assertThat(SingleObject.isFramed(new byte[] {(byte) 0xC3, 1, 0, 0})).isFalse();
        assertThat(SingleObject.isFramed(new byte[12])).isFalse();
    }
}
