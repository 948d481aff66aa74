package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import io.zhiwei.schemas.DeadLetter;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes dead letters to their topic with a producer of its own, made when the first one comes. */
final class KafkaDeadLetterWriter implements DeadLetterWriter {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Properties settings;
    private @Nullable Producer<byte[], byte[]> producer;

    private KafkaDeadLetterWriter(Properties settings) {
        this.settings = settings;
    }

    static DeadLetterWriter open(Properties settings) {
        return new KafkaDeadLetterWriter(settings);
    }

    @Override
    public CompletableFuture<Void> write(DeadLetter letter) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            var unused = producer().send(KafkaEdge.deadLetterRecord(letter), (metadata, failure) -> {
                if (failure == null) {
                    written.complete(null);
                } else {
                    written.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            known = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = known;
        }
        return known;
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> known = producer;
        if (known != null) {
            known.close(CLOSE_TIMEOUT);
        }
    }
}
