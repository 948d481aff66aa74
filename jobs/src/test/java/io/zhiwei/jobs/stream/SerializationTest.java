package io.zhiwei.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.Alerts;
import io.zhiwei.jobs.warning.OpenEpisode;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.Told;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {

    @ParameterizedTest
    @ValueSource(
            classes = {StreamRecord.class, Findings.class, Finding.class, Episode.class, OpenEpisode.class, Told.class})
    void whatIsShuffledOrKeptNeedsNoKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @Test
    void anEventTravelsAsTheBytesThatArrived() throws Exception {
        // Given
        Event event = Ads.event("ad-1", Ads.TIME, "清热");

        // When
        Event copy = roundTrip(EventType.INSTANCE, event);

        // Then
        assertThat(copy.source().bytes()).isEqualTo(event.source().bytes());
        assertThat(copy.source().offset()).isEqualTo(event.source().offset());
        assertThat(copy.id()).isEqualTo("ad-1");
        assertThat(copy.time()).isEqualTo(Ads.TIME);
        assertThat(copy.avro()).isEqualTo(event.avro());
    }

    @Test
    void anAlertTravelsAsAMessage() throws Exception {
        Alert alert = Alerts.alert("alert-1", 3);

        assertThat(roundTrip(MessageType.ALERT, alert)).isEqualTo(alert).isNotSameAs(alert);
        assertThat(serializer(MessageType.ALERT).copy(alert)).isEqualTo(alert).isNotSameAs(alert);
    }

    @Test
    void aSavepointRemembersTheSerializer() throws Exception {
        assertThat(restored(MessageType.ALERT)).isEqualTo(serializer(MessageType.ALERT));
        assertThat(restored(EventType.INSTANCE)).isEqualTo(serializer(EventType.INSTANCE));
    }

    private static <T> T roundTrip(TypeInformation<T> type, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer(type).serialize(value, out);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer(type).copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);
        return serializer(type).deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static <T> TypeSerializer<T> restored(TypeInformation<T> type) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer(type).snapshotConfiguration());
        TypeSerializerSnapshot<T> snapshot = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), SerializationTest.class.getClassLoader());
        assertThat(serializer(type)
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isCompatibleAsIs())
                .isTrue();
        return snapshot.restoreSerializer();
    }
}
