package io.zhiwei.schemas;

import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * A stream of events: its topic, its contract, and which fields identify an event and carry its time. A new stream is a
 * new schema and an entry here.
 *
 * @param topic Kafka topic, also the name of the stream in a model
 * @param schema current schema
 * @param idField position of the identifier, a string
 * @param timeField position of the event time, milliseconds
 */
@NullMarked
public record EventStream(String topic, Schema schema, int idField, int timeField) {

    /** Sightings of advertisements. */
    public static final EventStream ADVERTISEMENTS =
            of("advertisements", Advertisement.getClassSchema(), "adId", "publishedAt");

    private static final List<EventStream> ALL = List.of(ADVERTISEMENTS);

    /** Returns every stream. */
    public static List<EventStream> all() {
        return ALL;
    }

    /**
     * Returns the stream of a topic.
     *
     * @throws IllegalArgumentException if no stream has that topic
     */
    public static EventStream ofTopic(String topic) {
        return ALL.stream()
                .filter(stream -> stream.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event stream has the topic '" + topic + "'. Known: "
                        + String.join(", ", ALL.stream().map(EventStream::topic).toList())));
    }

    private static EventStream of(String topic, Schema schema, String id, String time) {
        return new EventStream(topic, schema, position(schema, id), position(schema, time));
    }

    private static int position(Schema schema, String field) {
        return Objects.requireNonNull(schema.getField(field), field).pos();
    }
}
