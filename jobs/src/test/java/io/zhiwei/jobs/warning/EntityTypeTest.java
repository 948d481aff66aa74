package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.keyed.Entry;
import io.zhiwei.models.keyed.Pane;
import io.zhiwei.models.keyed.Visit;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.assertj.core.api.RecursiveComparisonAssert;
import org.junit.jupiter.api.Test;

class EntityTypeTest {

    /** A registry record: not judged, with an end, a version and a negative number. */
    private static final Entry RECORD = new Entry(
            300,
            "许可证-1",
            -5,
            7,
            1L << 62,
            new double[] {Double.NaN, -0.0},
            new String[] {"", "吊销"},
            -1,
            "另一份",
            0,
            2.5,
            null);

    private static final Visit VISIT = WordWatch.visit("青禾堂", "page-1", Ads.TIME);

    @Test
    void aVisitTravelsWithAllThatItBrings() throws IOException {
        same(roundTrip(EntityType.VISIT, VISIT)).isEqualTo(VISIT);
        same(roundTrip(EntityType.VISIT, VISIT.undone())).isEqualTo(VISIT.undone());
    }

    @Test
    void aPaneIsKeptWithAllThatItHolds() throws IOException {
        Pane pane =
                new Pane(List.of(VISIT.entry(), RECORD), List.of(new Pane.Rest(0, 5, 3, new double[] {2}, new byte[][] {
                    {1, 2}, {}
                })));

        same(roundTrip(EntityType.PANE, pane)).isEqualTo(pane);
    }

    @Test
    void whatALaterReleaseKeptIsRefused() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer(EntityType.PANE).serialize(new Pane(List.of(), List.of()), out);
        byte[] later = out.getCopyOfBuffer();
        later[Integer.BYTES]++;

        assertThatThrownBy(() -> serializer(EntityType.PANE).deserialize(new DataInputDeserializer(later)))
                .hasMessageContaining("format 2; this release reads 1");
    }

    @Test
    void aSavepointRemembersTheSerializers() throws IOException {
        assertThat(restored(EntityType.PANE)).isEqualTo(serializer(EntityType.PANE));
        assertThat(restored(EntityType.VISIT)).isEqualTo(serializer(EntityType.VISIT));
    }

    private static RecursiveComparisonAssert<?> same(Object copy) {
        return assertThat(copy)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class);
    }

    private static <T> T roundTrip(EntityType<T> type, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer(type).serialize(value, out);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer(type).copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);
        return serializer(type).deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(EntityType<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static <T> TypeSerializer<T> restored(EntityType<T> type) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer(type).snapshotConfiguration());
        TypeSerializerSnapshot<T> snapshot = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), EntityTypeTest.class.getClassLoader());
        return snapshot.restoreSerializer();
    }
}
