package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.schemas.SingleObject;
import java.util.HashMap;
import java.util.Map;

/** Sends what happens in a simulated city, each event to the topic of its stream. For one thread. */
public final class CitySenders implements AutoCloseable {

    private final String bootstrapServers;
    private final Map<String, EventSender> senders = new HashMap<>();

    /** Names Kafka; connects with the first event of each stream. */
    public CitySenders(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Sends an event. */
    public void send(Happening happening) {
        senders.computeIfAbsent(
                        happening.stream().topic(), topic -> new EventSender(happening.stream(), bootstrapServers))
                .send(happening.id(), SingleObject.encode(happening.record()));
    }

    /** Waits until everything is stored. */
    public void flush() {
        senders.values().forEach(EventSender::flush);
    }

    @Override
    public void close() {
        senders.values().forEach(EventSender::close);
    }
}
