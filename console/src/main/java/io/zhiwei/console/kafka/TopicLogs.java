package io.zhiwei.console.kafka;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.models.trial.RecordedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions of some topics from their beginning to where they end now, read as they are asked for: a partition that nobody
 * waits for is paused. Not thread-safe. Every method throws {@link UnavailableException} while Kafka does not answer.
 */
public final class TopicLogs implements RecordedEvents.Logs, AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SILENT_WAITS = (int) PATIENCE.dividedBy(WAIT);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Integer> numbers = new HashMap<>();
    private final Map<TopicPartition, Long> ends;
    private final long total;
    private int silent;

    /** Opens topics; one that does not exist has no partition. */
    public TopicLogs(String bootstrapServers, Set<String> topics) {
        this.consumer = Consumers.open(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000));
        try {
            assign(topics);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            this.ends = consumer.endOffsets(partitions);
            this.total = partitions.stream()
                    .mapToLong(partition -> end(partition) - beginnings.getOrDefault(partition, 0L))
                    .sum();
        } catch (KafkaException e) {
            consumer.close();
            throw unavailable(e);
        }
    }

    private void assign(Set<String> topics) {
        partitions.addAll(Consumers.partitions(consumer, topics));
        for (int number = 0; number < partitions.size(); number++) {
            numbers.put(partitions.get(number), number);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static UnavailableException unavailable(KafkaException e) {
        return new UnavailableException("Kafka does not answer", e);
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public List<String> topics() {
        return partitions.stream().map(TopicPartition::topic).toList();
    }

    /** Returns how many offsets lie between the beginnings and the ends; a compacted topic holds fewer messages. */
    public long total() {
        return total;
    }

    @Override
    public void more(Set<Integer> wanted, RecordedEvents.Sink sink) {
        try {
            Set<TopicPartition> resumed = new HashSet<>();
            wanted.forEach(number -> resumed.add(partitions.get(number)));
            Set<TopicPartition> others = new HashSet<>(partitions);
            others.removeAll(resumed);
            consumer.pause(others);
            consumer.resume(resumed);
            ConsumerRecords<byte[], byte[]> messages = consumer.poll(WAIT);
            refuseSilence(messages.isEmpty());
            messages.forEach(message -> hand(message, sink));
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private void hand(ConsumerRecord<byte[], byte[]> message, RecordedEvents.Sink sink) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        Integer number = numbers.get(partition);
        if (number != null && message.value() != null && message.offset() < end(partition)) {
            sink.take(number, message.value());
        }
    }

    /** A poll tells nothing of a broker that has gone. */
    private void refuseSilence(boolean nothing) {
        silent = nothing ? silent + 1 : 0;
        if (silent > SILENT_WAITS) {
            throw unavailable(new KafkaException("nothing has come for " + PATIENCE.toSeconds() + " s"));
        }
    }

    @Override
    public boolean isOver(int number) {
        try {
            TopicPartition partition = partitions.get(number);
            return consumer.position(partition, PATIENCE) >= end(partition);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
