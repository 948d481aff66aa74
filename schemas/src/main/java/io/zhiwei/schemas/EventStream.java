package io.zhiwei.schemas;

import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * A stream of events: its topic, its contract, and which fields identify an event and carry its time. Streams are data:
 * a new one is a schema and an entry in a {@code streams.json} on the class path, see {@link StreamCatalogue}.
 *
 * @param topic Kafka topic, also the name of the stream in a model
 * @param schema current schema
 * @param idField position of the identifier, a string
 * @param timeField position of the event time, milliseconds
 * @param derived whether a job makes it from other streams: it comes behind them, so it neither holds event time back nor
 *     carries it on
 */
@NullMarked
public record EventStream(String topic, Schema schema, int idField, int timeField, boolean derived) {

    /** Sightings of advertisements. */
    public static final EventStream ADVERTISEMENTS = ofTopic("advertisements");

    /** Returns every stream. */
    public static List<EventStream> all() {
        return StreamCatalogue.STREAMS;
    }

    /**
     * Returns the stream of a topic.
     *
     * @throws IllegalArgumentException if no stream has that topic
     */
    public static EventStream ofTopic(String topic) {
        return all().stream()
                .filter(stream -> stream.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event stream has the topic '" + topic + "'. Known: "
                        + String.join(
                                ", ", all().stream().map(EventStream::topic).toList())));
    }
}
