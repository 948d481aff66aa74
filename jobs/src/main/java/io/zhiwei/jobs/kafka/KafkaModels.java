package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.schemas.ModelUpdate;
import java.util.function.Consumer;

/**
 * Reads the compacted topic of model updates.
 *
 * @param bootstrapServers addresses of the cluster
 */
public record KafkaModels(String bootstrapServers) implements ModelLoader {

    @Override
    public void load(Consumer<ModelUpdate> sink) {
        CompactedTopic.read(bootstrapServers, Topics.MODEL_UPDATES, ModelUpdate.getClassSchema(), sink);
    }
}
