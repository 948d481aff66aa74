package io.zhiwei.jobs.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how an {@link Event} travels. */
public final class EventType extends OwnType<Event> {

    private static final long serialVersionUID = 1L;

    /** The only instance. */
    public static final EventType INSTANCE = new EventType();

    private EventType() {
        super(Event.class);
    }

    @Override
    public TypeSerializer<Event> createSerializer(SerializerConfig config) {
        return new EventSerializer();
    }
}
