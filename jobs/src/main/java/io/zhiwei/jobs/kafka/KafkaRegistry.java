package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the compacted registry topic from its beginning to where it ends now. What cannot be read is left out here: the
 * source of the job meets it too and makes a dead letter of it.
 *
 * @param bootstrapServers addresses of the cluster
 * @param topic the topic
 */
public record KafkaRegistry(String bootstrapServers, String topic) implements RegistryLoader {

    private static final Duration POLL = Duration.ofMillis(200);

    @Override
    public void load(Consumer<RegistryRecord> sink) {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        MessageReader<RegistryRecord> reader = MessageReader.specific(RegistryRecord.getClassSchema());
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

    private static void hand(MessageReader<RegistryRecord> reader, byte[] message, Consumer<RegistryRecord> sink) {
        try {
            sink.accept(reader.read(message));
        } catch (RefusedMessageException refusal) {
            // The source meets it too.
        }
    }
}
