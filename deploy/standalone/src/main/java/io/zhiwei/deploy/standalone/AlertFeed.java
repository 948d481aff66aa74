package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows the topic of alerts and remembers the latest revision of each. */
public final class AlertFeed implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final BinaryMessageDecoder<Alert> decoder = Alert.getDecoder();
    private final Map<String, Alert> latest = Collections.synchronizedMap(new TreeMap<>());
    private final BiConsumer<@Nullable Alert, Alert> listener;
    private volatile long changedAt = System.nanoTime();

    /**
     * Connects to Kafka and reads from the beginning.
     *
     * @param listener receives the revision before, or null, and the new one
     */
    public AlertFeed(String bootstrapServers, BiConsumer<@Nullable Alert, Alert> listener) {
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("alerts").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has come; called again and again by one thread. */
    public void poll() throws IOException {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            Alert alert = decoder.decode(ByteBuffer.wrap(message.value()));
            changedAt = System.nanoTime();
            Alert before = latest.get(alert.getAlertId());
            if (before == null || before.getRevision() < alert.getRevision()) {
                latest.put(alert.getAlertId(), alert);
                listener.accept(before, alert);
            }
        }
    }

    /** Returns the latest revision of every alert. */
    public List<Alert> alerts() {
        synchronized (latest) {
            return List.copyOf(latest.values());
        }
    }

    /** Returns how long nothing has come. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - changedAt);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
