package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.schemas.RegistryRecord;
import java.util.function.Consumer;

/**
 * Reads the compacted registry topic.
 *
 * @param bootstrapServers addresses of the cluster
 * @param topic the topic
 */
public record KafkaRegistry(String bootstrapServers, String topic) implements RegistryLoader {

    @Override
    public void load(Consumer<RegistryRecord> sink) {
        CompactedTopic.read(bootstrapServers, topic, RegistryRecord.getClassSchema(), sink);
    }
}
