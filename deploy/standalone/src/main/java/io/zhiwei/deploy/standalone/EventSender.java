package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SingleObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events to their topic; events of one advertiser share a key and stay in order. */
public final class EventSender implements AutoCloseable {

    private static final String[] KEYS = {"advertiserUscc", "advertiserName", "publisher"};

    private final EventStream stream;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Connects to Kafka. */
    public EventSender(EventStream stream, String bootstrapServers) {
        this.stream = stream;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG, "5",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "8388608",
                        ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends an event. */
    public void send(GenericRecord event) {
        send(key(event), SingleObject.encode(event));
    }

    /** Sends a message as it is. */
    public void send(String key, byte[] message) {
        var unused = producer.send(
                new ProducerRecord<>(stream.topic(), key.getBytes(StandardCharsets.UTF_8), message),
                (metadata, exception) -> {
                    if (exception != null) {
                        failure.compareAndSet(null, exception);
                    }
                });
        refuseAfterFailure();
    }

    /** Waits until everything is stored. */
    public void flush() {
        producer.flush();
        refuseAfterFailure();
    }

    private void refuseAfterFailure() {
        Exception exception = failure.get();
        if (exception != null) {
            throw new Refusal("Kafka refuses an event: " + exception.getMessage(), exception);
        }
    }

    private String key(GenericRecord event) {
        for (String name : KEYS) {
            Schema.Field field = event.getSchema().getField(name);
            Object value = field == null ? null : event.get(field.pos());
            if (value != null) {
                return value.toString();
            }
        }
        return String.valueOf(event.get(stream.idField()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
