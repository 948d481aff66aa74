package io.zhiwei.console.kafka;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Appends to one topic what people decided. A person waits for the answer, so it says soon that Kafka is away. */
public final class TopicWriter implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LARGEST_BYTES = 8 * 1024 * 1024;
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(2);

    private final String topic;
    private final Producer<String, byte[]> producer;

    /** Names a topic; connects in the background. */
    public TopicWriter(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Appends a message and returns when the topic holds it.
     *
     * @throws UnavailableException if it does not
     */
    public void append(String key, byte[] message) {
        try {
            producer.send(new ProducerRecord<>(topic, key, message)).get();
        } catch (ExecutionException e) {
            throw new UnavailableException("Kafka does not take what was decided", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The console is being stopped", e);
        }
    }

    @Override
    public void close() {
        producer.close(TIME_TO_STOP);
    }
}
