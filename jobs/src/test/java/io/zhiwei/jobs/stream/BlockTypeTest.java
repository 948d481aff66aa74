package io.zhiwei.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.EventRef;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class BlockTypeTest {

    private static final EventRef FIRST = new EventRef("甲-1", "advertisements", Instant.parse("2026-06-01T01:00:00Z"));
    private static final EventRef SECOND = new EventRef("", "", Instant.EPOCH);

    private final TypeSerializer<EventRef> serializer =
            BlockType.of(EventRef.class).createSerializer(new SerializerConfigImpl());

    @Test
    void readsRecordsBackInTheirOrder() throws IOException {
        DataInputDeserializer written = new DataInputDeserializer(write(FIRST, SECOND));

        assertThat(serializer.deserialize(written)).isEqualTo(FIRST);
        assertThat(serializer.deserialize(written)).isEqualTo(SECOND);
        assertThat(written.available()).isZero();
    }

    @Test
    void copiesOneRecordWithoutReadingIt() throws IOException {
        DataInputDeserializer written = new DataInputDeserializer(write(FIRST, SECOND));
        DataOutputSerializer target = new DataOutputSerializer(16);

        serializer.copy(written, target);

        assertThat(serializer.deserialize(new DataInputDeserializer(target.getCopyOfBuffer())))
                .isEqualTo(FIRST);
        assertThat(serializer.deserialize(written)).isEqualTo(SECOND);
    }

    @Test
    void aSnapshotRestoresASerializerThatReadsTheSameBlocks() throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(target, serializer.snapshotConfiguration());

        TypeSerializerSnapshot<EventRef> restored = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(target.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
        assertThat(restored.restoreSerializer().deserialize(new DataInputDeserializer(write(FIRST))))
                .isEqualTo(FIRST);
    }

    private byte[] write(EventRef... records) throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(16);
        for (EventRef each : records) {
            serializer.serialize(each, target);
        }
        return target.getCopyOfBuffer();
    }
}
