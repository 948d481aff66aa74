package io.zhiwei.console.version;

import io.zhiwei.console.kafka.TopicTail;
import io.zhiwei.console.kafka.TopicWriter;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Model updates and the answers to them, read from their topics in the background. */
public final class KafkaVersions implements VersionLog, AutoCloseable {

    private static final String UPDATES = "model-updates";
    private static final String REPLIES = "model-replies";
    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaVersions.class);

    private final TopicWriter writer;
    private final List<TopicTail> tails;
    private final Map<String, ModelUpdate> updates = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<ModelReply>> replies = new ConcurrentHashMap<>();

    /** Connects to Kafka; what the topics hold already is read in the background. */
    public KafkaVersions(String bootstrapServers) {
        this.writer = new TopicWriter(bootstrapServers, UPDATES);
        MessageReader<ModelUpdate> update = MessageReader.specific(ModelUpdate.getClassSchema());
        MessageReader<ModelReply> reply = MessageReader.specific(ModelReply.getClassSchema());
        this.tails = List.of(
                tail(bootstrapServers, UPDATES, update, this::add),
                tail(
                        bootstrapServers,
                        REPLIES,
                        reply,
                        one -> future(one.getUpdateId()).complete(one)));
        tails.forEach(TopicTail::start);
    }

    private static <T extends SpecificRecord> TopicTail tail(
            String bootstrapServers, String topic, MessageReader<T> reader, Consumer<T> sink) {
        return new TopicTail(bootstrapServers, topic, TopicTail.From.BEGINNING, message -> {
            try {
                sink.accept(reader.read(message));
            } catch (RefusedMessageException e) {
                LOGGER.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("reason", e.getMessage())
                        .log("A message cannot be read");
            }
        });
    }

    @Override
    public void append(ModelUpdate update) {
        writer.append(ModelUpdates.key(update), SingleObject.encode(update));
        add(update);
    }

    private synchronized void add(ModelUpdate update) {
        updates.putIfAbsent(update.getUpdateId(), update);
    }

    @Override
    public synchronized List<ModelUpdate> updates() {
        return List.copyOf(updates.values());
    }

    @Override
    public Optional<ModelReply> reply(String updateId) {
        return Optional.ofNullable(replies.get(updateId)).map(future -> future.getNow(null));
    }

    @Override
    public void awaitReply(String updateId, Duration patience) {
        try {
            future(updateId).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The page says that no answer has come yet.
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<ModelReply> future(String updateId) {
        return replies.computeIfAbsent(updateId, id -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        tails.forEach(TopicTail::close);
        writer.close();
    }
}
