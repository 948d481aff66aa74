package io.zhiwei.schemas;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event time of a message and nothing else: the fields before it are skipped, those after it are not looked
 * at. Not thread-safe: one per thread.
 */
@NullMarked
public final class EventTimeReader {

    /** What is returned for a message that tells no event time. */
    public static final long NONE = Long.MIN_VALUE;

    private final String timeField;
    private final Map<Long, List<Schema>> skipped = new HashMap<>();
    private final BodyDecoder decoder = new BodyDecoder();

    /** Makes the reader of a stream. */
    public EventTimeReader(EventStream stream) {
        this.timeField = stream.schema().getFields().get(stream.timeField()).name();
    }

    /** Returns the event time in milliseconds, or {@link #NONE}. */
    public long read(byte[] message) {
        if (!SingleObject.isFramed(message)) {
            return NONE;
        }
        long fingerprint = SingleObject.fingerprintOf(message);
        List<Schema> before = skipped.get(fingerprint);
        if (before == null) {
            before = fieldsBefore(SchemaStore.known().find(fingerprint));
            if (before == null) {
                return NONE;
            }
            skipped.put(fingerprint, before);
        }
        decoder.reset(message, SingleObject.HEADER_LENGTH);
        return readAfter(before);
    }

    /** Bad bytes are reported where the whole message is read; here they just have no time. */
    private long readAfter(List<Schema> before) {
        try {
            for (Schema field : before) {
                GenericDatumReader.skip(field, decoder);
            }
            return decoder.readLong();
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    private @Nullable List<Schema> fieldsBefore(@Nullable Schema writer) {
        Schema.Field time = writer == null ? null : writer.getField(timeField);
        if (writer == null || time == null || time.schema().getType() != Schema.Type.LONG) {
            return null;
        }
        return writer.getFields().subList(0, time.pos()).stream()
                .map(Schema.Field::schema)
                .toList();
    }
}
