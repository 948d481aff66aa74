package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes an event as its position and the bytes that arrived; the fingerprint in them keeps it readable for ever. */
final class EventSerializer extends ImmutableSerializer<Event> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Map<String, MessageReader<IndexedRecord>> readers;

    @Override
    public void serialize(Event event, DataOutputView out) throws IOException {
        StreamRecord source = event.source();
        byte[] bytes = source.bytes();
        out.writeUTF(source.topic());
        out.writeInt(source.partition());
        out.writeLong(source.offset());
        out.writeLong(source.brokerTime());
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public Event deserialize(DataInputView in) throws IOException {
        String topic = in.readUTF();
        int partition = in.readInt();
        long offset = in.readLong();
        long brokerTime = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return Event.encoded(new StreamRecord(topic, partition, offset, brokerTime, bytes), reader(topic));
    }

    private MessageReader<IndexedRecord> reader(String topic) {
        Map<String, MessageReader<IndexedRecord>> known = readers;
        if (known == null) {
            known = new HashMap<>();
            readers = known;
        }
        return known.computeIfAbsent(
                topic, name -> MessageReader.generic(EventStream.ofTopic(name).schema()));
    }

    @Override
    public TypeSerializer<Event> duplicate() {
        return new EventSerializer();
    }

    @Override
    public TypeSerializerSnapshot<Event> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint remembers of this serializer: nothing, because the bytes say it themselves. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Event> {
        /** Called by Flink. */
        public Snapshot() {
            super(EventSerializer::new);
        }
    }
}
