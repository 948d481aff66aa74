package io.zhiwei.jobs.kafka;

import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic, most often a compacted one, from its beginning to where it ends now. */
public final class CompactedTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private CompactedTopic() {}

    /**
     * Reads the topic. What cannot be read is left out here: the source of the job meets it too and makes a dead letter of it.
     *
     * @param schema schema of its messages
     * @param sink receives every message, in order within a partition
     */
    public static <T extends SpecificRecord> void read(
            String bootstrapServers, String topic, Schema schema, Consumer<T> sink) {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        MessageReader<T> reader = MessageReader.specific(schema);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    hand(reader, message.value(), sink);
                }
            }
        }
    }

    private static <T extends SpecificRecord> void hand(MessageReader<T> reader, byte[] message, Consumer<T> sink) {
        try {
            sink.accept(reader.read(message));
        } catch (RefusedMessageException refusal) {
            // The source meets it too.
        }
    }
}
