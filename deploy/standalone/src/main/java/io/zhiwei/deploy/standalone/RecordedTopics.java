package io.zhiwei.deploy.standalone;

import io.zhiwei.models.trial.RecordedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The partitions of some topics from their beginning to where they end now; one that nobody waits for is paused. Not
 * thread-safe. Kafka's exceptions pass through.
 */
final class RecordedTopics implements RecordedEvents.Logs, AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SILENT_WAITS = (int) PATIENCE.dividedBy(WAIT);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;
    private int silent;

    RecordedTopics(String bootstrapServers, Set<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    @Override
    public List<String> topics() {
        return partitions.stream().map(TopicPartition::topic).toList();
    }

    @Override
    public void more(Set<Integer> wanted, RecordedEvents.Sink sink) {
        List<TopicPartition> others = new ArrayList<>(partitions);
        List<TopicPartition> asked = wanted.stream().map(partitions::get).toList();
        others.removeAll(asked);
        consumer.pause(others);
        consumer.resume(asked);
        ConsumerRecords<byte[], byte[]> messages = consumer.poll(WAIT);
        refuseSilence(messages.isEmpty());
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            if (message.value() != null && message.offset() < end(partition)) {
                sink.take(partitions.indexOf(partition), message.value());
            }
        }
    }

    /** A poll tells nothing of a broker that has gone. */
    private void refuseSilence(boolean nothing) {
        silent = nothing ? silent + 1 : 0;
        if (silent > SILENT_WAITS) {
            throw new TimeoutException("nothing has come for " + PATIENCE.toSeconds() + " s");
        }
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public boolean isOver(int log) {
        return consumer.position(partitions.get(log)) >= end(partitions.get(log));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
