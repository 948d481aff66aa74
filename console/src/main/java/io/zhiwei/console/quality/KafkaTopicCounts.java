package io.zhiwei.console.quality;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.kafka.Consumers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** What Kafka's offsets tell of topics, and the latest message of each. */
public final class KafkaTopicCounts implements TopicCounts {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int WAITS = 10;

    private final String bootstrapServers;

    /** Names Kafka; connects when it is asked. */
    public KafkaTopicCounts(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public Map<String, Count> of(Collection<String> topics, Instant now) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = Consumers.partitions(consumer, topics);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> hour = since(consumer, ends, now.minus(HOUR));
            Map<TopicPartition, Long> day = since(consumer, ends, now.minus(DAY));
            Map<String, ConsumerRecord<byte[], byte[]>> latest = latest(consumer, begins, ends);
            Map<String, Count> counts = new TreeMap<>();
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                ConsumerRecord<byte[], byte[]> last = latest.get(partition.topic());
                counts.merge(
                        partition.topic(),
                        new Count(
                                end - begins.getOrDefault(partition, end),
                                end - hour.getOrDefault(partition, end),
                                end - day.getOrDefault(partition, end),
                                last == null ? null : Instant.ofEpochMilli(last.timestamp()),
                                last == null ? null : last.value()),
                        KafkaTopicCounts::sum);
            }
            return counts;
        } catch (KafkaException e) {
            throw new UnavailableException("Kafka does not answer", e);
        }
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.stored() + other.stored(),
                one.hour() + other.hour(),
                one.day() + other.day(),
                one.latestArrival(),
                one.latest());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return Consumers.open(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000));
    }

    /** The first offsets from a time on; the end where nothing has come since. */
    private static Map<TopicPartition, Long> since(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, from.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                consumer.offsetsForTimes(times).entrySet()) {
            if (found.getValue() != null) {
                offsets.put(found.getKey(), found.getValue().offset());
            }
        }
        return offsets;
    }

    /** The last message of each partition, and of these the latest of each topic. A busy Kafka may not tell in time. */
    private static Map<String, ConsumerRecord<byte[], byte[]>> latest(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        List<TopicPartition> filled = ends.keySet().stream()
                .filter(partition -> ends.getOrDefault(partition, 0L) > begins.getOrDefault(partition, 0L))
                .toList();
        consumer.assign(filled);
        filled.forEach(partition -> consumer.seek(partition, ends.getOrDefault(partition, 1L) - 1));
        Map<String, ConsumerRecord<byte[], byte[]>> latest = new HashMap<>();
        int missing = filled.size();
        for (int wait = 0; wait < WAITS && missing > 0; wait++) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
                missing -= message.offset() == last(ends, message) ? 1 : 0;
                latest.merge(
                        message.topic(), message, (one, other) -> other.timestamp() >= one.timestamp() ? other : one);
            }
        }
        return latest;
    }

    private static long last(Map<TopicPartition, Long> ends, ConsumerRecord<byte[], byte[]> message) {
        return ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L) - 1;
    }
}
