package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A valid event and where it came from. It travels as the bytes that arrived and is decoded where it is looked at, so
 * that an operator that only passes it on pays nothing.
 */
public final class Event {

    private final StreamRecord source;
    private final EventStream stream;
    private final MessageReader<IndexedRecord> reader;
    private @Nullable IndexedRecord decoded;

    private Event(StreamRecord source, MessageReader<IndexedRecord> reader, @Nullable IndexedRecord decoded) {
        this.source = source;
        this.stream = EventStream.ofTopic(source.topic());
        this.reader = reader;
        this.decoded = decoded;
    }

    /** Makes an event whose bytes are decoded already. */
    public static Event decoded(StreamRecord source, MessageReader<IndexedRecord> reader, IndexedRecord avroRecord) {
        return new Event(source, reader, avroRecord);
    }

    /** Makes an event whose bytes, known to be valid, are decoded when asked for. */
    static Event encoded(StreamRecord source, MessageReader<IndexedRecord> reader) {
        return new Event(source, reader, null);
    }

    /** Returns the message that the event arrived in. */
    public StreamRecord source() {
        return source;
    }

    /** Returns the stream that it belongs to. */
    public EventStream stream() {
        return stream;
    }

    /** Returns the event in the current schema of its stream. */
    public IndexedRecord avro() {
        IndexedRecord known = decoded;
        if (known == null) {
            known = decode();
            decoded = known;
        }
        return known;
    }

    /** Returns the same without what was decoded, to be kept: it is decoded again when asked for. */
    public Event packed() {
        return new Event(source, reader, null);
    }

    /** Returns the identifier at its source. */
    public String id() {
        return String.valueOf(avro().get(stream.idField()));
    }

    /** Returns the event time. */
    public Instant time() {
        return Instant.ofEpochMilli((long) avro().get(stream.timeField()));
    }

    private IndexedRecord decode() {
        try {
            return reader.read(source.bytes());
        } catch (RefusedMessageException e) {
            throw new IllegalStateException(
                    "A valid event became unreadable at " + source.topic() + "/" + source.partition() + "/"
                            + source.offset() + ": the job was restored with a release that lacks its writer's schema",
                    e);
        }
    }

    @Override
    public String toString() {
        return "Event " + source.topic() + "/" + source.partition() + "/" + source.offset();
    }
}
