package io.zhiwei.console.kafka;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Hands over what comes on a topic, on a thread of its own, and goes on by itself when Kafka was away. */
public final class TopicTail implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SILENT_WAITS = (int) PATIENCE.dividedBy(WAIT);

    private final TopicLoop loop;

    /** Where reading begins. */
    public enum From {
        /** With everything that the topic holds. */
        BEGINNING,
        /** With what comes from now on. */
        NOW
    }

    /** Names a topic; {@link #start} begins to read. */
    public TopicTail(String bootstrapServers, String topic, From from, Consumer<byte[]> messages) {
        this.loop = new TopicLoop(
                "tail-" + topic,
                () -> open(bootstrapServers, topic, from),
                consumer -> consumer.poll(WAIT).forEach(message -> {
                    if (message.value() != null) {
                        messages.accept(message.value());
                    }
                }));
    }

    /** Begins to read and returns at once. */
    public void start() {
        loop.start();
    }

    /**
     * Hands over everything that a topic holds now, on the caller's thread.
     *
     * @throws UnavailableException if Kafka does not answer
     */
    public static void readToEnd(String bootstrapServers, String topic, Consumer<byte[]> messages) {
        readOn(bootstrapServers, topic, new HashMap<>(), messages);
    }

    /**
     * Hands over what a topic holds beyond the places that an earlier call reached, and moves them, on the caller's thread.
     *
     * @param reached offset of the next message of each partition; one that is missing begins at its beginning
     * @throws UnavailableException if Kafka does not answer
     */
    public static void readOn(
            String bootstrapServers, String topic, Map<TopicPartition, Long> reached, Consumer<byte[]> messages) {
        try (KafkaConsumer<byte[], byte[]> consumer = open(bootstrapServers, topic, From.BEGINNING)) {
            reached.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            int silent = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> found = consumer.poll(WAIT);
                found.forEach(message -> {
                    messages.accept(message.value());
                    reached.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
                });
                silent = found.isEmpty() ? silent + 1 : 0;
                if (silent > SILENT_WAITS) {
                    // A poll tells nothing of a broker that has gone.
                    throw new KafkaException("nothing has come for " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (KafkaException e) {
            throw new UnavailableException("Kafka does not answer", e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> open(String bootstrapServers, String topic, From from) {
        KafkaConsumer<byte[], byte[]> consumer = Consumers.open(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100));
        try {
            assign(consumer, topic, from);
            return consumer;
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    private static void assign(KafkaConsumer<byte[], byte[]> consumer, String topic, From from) {
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

    @Override
    public void close() {
        loop.close();
    }
}
