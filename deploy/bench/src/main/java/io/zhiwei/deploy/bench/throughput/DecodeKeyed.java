package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes whole events with the reader of the job and keeps the least of them. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodeKeyed extends ProcessFunction<StreamRecord, KeyedEvent> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String keyField;

    private transient MessageReader<IndexedRecord> reader;
    private transient int key;
    private transient int time;

    /** Keys by a field, or by the event's identifier where the stream has no such field. */
    DecodeKeyed(String topic, String keyField) {
        this.topic = topic;
        this.keyField = keyField;
    }

    @Override
    public void open(OpenContext context) {
        EventStream stream = EventStream.ofTopic(topic);
        Schema.Field field = stream.schema().getField(keyField);
        reader = MessageReader.generic(stream.schema());
        key = field == null ? stream.idField() : field.pos();
        time = stream.timeField();
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<KeyedEvent> out)
            throws RefusedMessageException {
        IndexedRecord event = reader.read(message.bytes());
        out.collect(new KeyedEvent(String.valueOf(event.get(key)), Instant.ofEpochMilli((long) event.get(time))));
    }
}
