package io.zhiwei.console.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.zhiwei.console.kafka.Consumers;
import io.zhiwei.schemas.AuditEntry;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the topic {@code audit} into the index {@code zhiwei-audit}, where it can be searched: a document for each entry,
 * created once and never changed. The topic stays what is verified. Several consoles share the work; when either server was
 * away, it goes on where the index ends.
 */
public final class AuditIndexer implements AutoCloseable {

    /** The index. */
    public static final String INDEX = "zhiwei-audit";

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditIndexer.class);
    private static final String TOPIC = "audit";
    private static final String GROUP = "zhiwei-audit-index";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ALREADY_THERE = 409;
    private static final int BATCH = 500;
    private static final int NEW_TOPIC_MILLIS = 10_000;

    private final String bootstrapServers;
    private final ElasticsearchClient client;
    private final MessageReader<AuditEntry> reader = MessageReader.specific(AuditEntry.getClassSchema());
    private final Thread thread = new Thread(this::run, "index-audit");
    private volatile boolean closed;

    /** Names the servers; {@link #start} begins to copy. The client stays the caller's. */
    public AuditIndexer(String bootstrapServers, ElasticsearchClient client) {
        this.bootstrapServers = bootstrapServers;
        this.client = client;
        thread.setDaemon(true);
    }

    /** Begins to copy and returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> topic = consumer()) {
                topic.subscribe(List.of(TOPIC));
                while (!closed) {
                    copy(topic);
                }
            } catch (InterruptException e) {
                return;
            } catch (KafkaException | IOException | ElasticsearchException e) {
                LOGGER.atWarn()
                        .addKeyValue("topic", TOPIC)
                        .addKeyValue("reason", e.getMessage())
                        .log("The audit index waits, trying again");
                pause();
            }
        }
    }

    /** What the index did not take is not committed, so that the next consumer begins with it. */
    private void copy(KafkaConsumer<byte[], byte[]> topic) throws IOException {
        List<BulkOperation> creations = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : topic.poll(WAIT)) {
            entry(message.value()).map(AuditIndexer::creation).ifPresent(creations::add);
        }
        if (!creations.isEmpty()) {
            for (BulkResponseItem item :
                    client.bulk(b -> b.operations(creations)).items()) {
                if (item.error() != null && item.status() != ALREADY_THERE) {
                    throw new IOException("the index refuses " + item.id() + ": "
                            + item.error().reason());
                }
            }
            topic.commitSync();
        }
    }

    private Optional<AuditEntry> entry(byte[] message) {
        try {
            return Optional.of(reader.read(message));
        } catch (RefusedMessageException e) {
            // Not an entry; the command that verifies the topic says so.
            return Optional.empty();
        }
    }

    private static BulkOperation creation(AuditEntry entry) {
        Map<String, Object> document = Map.of(
                "chain", entry.getChain(),
                "number", entry.getNumber(),
                "at", entry.getAt().toString(),
                "who", entry.getWho(),
                "action", entry.getAction(),
                "object", entry.getObject(),
                "detail", entry.getDetail(),
                "previous", entry.getPrevious(),
                "hash", entry.getHash());
        return BulkOperation.of(o -> o.create(c ->
                c.index(INDEX).id(entry.getChain() + "-" + entry.getNumber()).document(document)));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return Consumers.open(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        BATCH,
                        // A topic that is made after the console started is found within this time.
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        NEW_TOPIC_MILLIS));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
