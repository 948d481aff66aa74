package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Follows the topic of alerts and remembers the latest revision of each. For one thread. */
public final class AlertFeed implements AutoCloseable {

    private final TopicReader topic;
    private final MessageReader<Alert> reader = MessageReader.specific(Alert.getClassSchema());
    private final Map<String, Alert> latest = new TreeMap<>();
    private final BiConsumer<@Nullable Alert, Alert> listener;

    /**
     * Connects to Kafka and reads from the beginning.
     *
     * @param listener receives the revision before, or null, and the new one
     */
    public AlertFeed(String bootstrapServers, BiConsumer<@Nullable Alert, Alert> listener) {
        this.listener = listener;
        this.topic = new TopicReader(bootstrapServers, "alerts");
    }

    /** Reads what has come; called again and again. */
    public void poll() {
        topic.poll(this::take);
    }

    /** Reads everything that is in the topic now. */
    public void readToEnd() {
        topic.readToEnd(this::take);
    }

    /** Returns the latest revision of every alert. */
    public List<Alert> alerts() {
        return List.copyOf(latest.values());
    }

    private void take(byte[] message) {
        Alert alert = decode(message);
        Alert before = latest.get(alert.getAlertId());
        if (before == null || before.getRevision() < alert.getRevision()) {
            latest.put(alert.getAlertId(), alert);
            listener.accept(before, alert);
        }
    }

    private Alert decode(byte[] message) {
        try {
            return reader.read(message);
        } catch (RefusedMessageException e) {
            throw new IllegalStateException("The topic of alerts holds something else: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
