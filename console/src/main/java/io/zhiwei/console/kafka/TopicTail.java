package io.zhiwei.console.kafka;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over what comes on a topic, on a thread of its own, and goes on by itself when Kafka was away. */
public final class TopicTail implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final String topic;
    private final From from;
    private final Consumer<byte[]> messages;
    private final Thread thread;
    private volatile boolean closed;

    /** Where reading begins. */
    public enum From {
        /** With everything that the topic holds. */
        BEGINNING,
        /** With what comes from now on. */
        NOW
    }

    /** Names a topic; {@link #start} begins to read. */
    public TopicTail(String bootstrapServers, String topic, From from, Consumer<byte[]> messages) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.from = from;
        this.messages = messages;
        this.thread = new Thread(this::run, "tail-" + topic);
        thread.setDaemon(true);
    }

    /** Begins to read and returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                assign(consumer);
                while (!closed) {
                    consumer.poll(WAIT).forEach(message -> {
                        if (message.value() != null) {
                            messages.accept(message.value());
                        }
                    });
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOGGER.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("reason", e.getMessage())
                        .log("Kafka does not answer, trying again");
                pause();
            }
        }
    }

    /**
     * Hands over everything that a topic holds now, on the caller's thread.
     *
     * @throws UnavailableException if Kafka does not answer
     */
    public static void readToEnd(String bootstrapServers, String topic, Consumer<byte[]> messages) {
        TopicTail tail = new TopicTail(bootstrapServers, topic, From.BEGINNING, messages);
        try (KafkaConsumer<byte[], byte[]> consumer = tail.consumer()) {
            tail.assign(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(WAIT).forEach(message -> messages.accept(message.value()));
            }
        } catch (KafkaException e) {
            throw new UnavailableException("Kafka does not answer", e);
        }
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        switch (from) {
            case BEGINNING -> consumer.seekToBeginning(partitions);
            case NOW -> consumer.seekToEnd(partitions);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return Consumers.open(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
