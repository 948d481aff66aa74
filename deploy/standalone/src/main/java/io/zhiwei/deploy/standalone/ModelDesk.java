package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.kafka.KafkaModels;
import io.zhiwei.jobs.kafka.Topics;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Hands model updates to the running job and brings back what it says. */
public final class ModelDesk {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final String TIMEOUT_MILLIS = "5000";

    private final Home home;
    private final String bootstrapServers;
    private final Duration patience;
    private @Nullable ModelVersions known;

    /**
     * Opens the desk.
     *
     * @param home whose library the job runs
     * @param patience how long an answer may take
     */
    public ModelDesk(Home home, String bootstrapServers, Duration patience) {
        this.home = home;
        this.bootstrapServers = bootstrapServers;
        this.patience = patience;
    }

    /** Returns all versions as the job has them: those of the library, and what came until the desk was first asked. */
    private ModelVersions versions() {
        ModelVersions versions = known == null ? read() : known;
        known = versions;
        return versions;
    }

    private ModelVersions read() {
        ModelVersions versions = new ModelVersions(home.models(), Regions.load(home.regions()));
        try {
            new KafkaModels(bootstrapServers).load(versions::follow);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
        return versions;
    }

    /** Returns what came of a model and was not refused, the newest first. */
    List<ModelUpdate> history(String modelId) {
        return versions().history(modelId).stream()
                .map(ModelVersion::update)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Refuses an update that is wrong for all that is known here; the job checks again, but what is known to be wrong need not
     * lie in the topic.
     *
     * @throws DefinitionException with everything that is wrong
     */
    public void check(ModelUpdate update) {
        versions().accept(update);
    }

    /**
     * Sends an update and waits for the answer.
     *
     * @return the answer; empty where none came in time
     */
    public Optional<ModelReply> send(ModelUpdate update) {
        try (KafkaConsumer<byte[], byte[]> replies = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = replies.partitionsFor(Topics.MODEL_REPLIES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            replies.assign(partitions);
            replies.seekToEnd(partitions);
            partitions.forEach(replies::position);
            write(update);
            return awaited(update.getUpdateId(), replies);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private void write(ModelUpdate update) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        "8388608"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.MODEL_UPDATES,
                            ModelUpdates.key(update).getBytes(StandardCharsets.UTF_8),
                            SingleObject.encode(update)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted before Kafka had the update.", e);
        } catch (ExecutionException e) {
            throw new Refusal("Kafka refuses the update: " + e.getMessage(), e);
        }
    }

    private Optional<ModelReply> awaited(String updateId, KafkaConsumer<byte[], byte[]> replies) {
        MessageReader<ModelReply> reader = MessageReader.specific(ModelReply.getClassSchema());
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            for (ConsumerRecord<byte[], byte[]> message : replies.poll(POLL)) {
                try {
                    ModelReply reply = reader.read(message.value());
                    if (reply.getUpdateId().equals(updateId)) {
                        return Optional.of(reply);
                    }
                } catch (RefusedMessageException foreign) {
                    // Not an answer to us.
                }
            }
        }
        return Optional.empty();
    }

    private Refusal unreachable(KafkaException e) {
        return new Refusal(
                "Kafka at " + bootstrapServers + " does not answer (" + e.getMessage()
                        + "). Start './zhiwei run', or name the brokers with --brokers.",
                e);
    }
}
