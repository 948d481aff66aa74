package io.zhiwei.console.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.zhiwei.console.kafka.Consumers;
import io.zhiwei.console.kafka.TopicLoop;
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

/**
 * Copies the topic {@code audit} into the index {@code zhiwei-audit}, where it can be searched: a document for each entry,
 * created once and never changed. The topic stays what is verified. Several consoles share the work; when either server was
 * away, it goes on where the index ends.
 */
public final class AuditIndexer implements AutoCloseable {

    /** The index. */
    public static final String INDEX = "zhiwei-audit";

    private static final String TOPIC = "audit";
    private static final String GROUP = "zhiwei-audit-index";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int ALREADY_THERE = 409;
    private static final int BATCH = 500;
    private static final int NEW_TOPIC_MILLIS = 10_000;

    private final ElasticsearchClient client;
    private final MessageReader<AuditEntry> reader = MessageReader.specific(AuditEntry.getClassSchema());
    private final TopicLoop loop;

    /** Names the servers; {@link #start} begins to copy. The client stays the caller's. */
    public AuditIndexer(String bootstrapServers, ElasticsearchClient client) {
        this.client = client;
        this.loop = new TopicLoop("index-audit", () -> consumer(bootstrapServers), this::copy);
    }

    /** Begins to copy and returns at once. */
    public void start() {
        loop.start();
    }

    /** What the index did not take is not committed, so that the next consumer begins with it. */
    private void copy(KafkaConsumer<byte[], byte[]> topic) throws IOException {
        List<BulkOperation> creations = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : topic.poll(WAIT)) {
            entry(message.value()).map(AuditIndexer::creation).ifPresent(creations::add);
        }
        if (!creations.isEmpty()) {
            create(creations);
            topic.commitSync();
        }
    }

    private void create(List<BulkOperation> creations) throws IOException {
        try {
            for (BulkResponseItem item :
                    client.bulk(b -> b.operations(creations)).items()) {
                if (item.error() != null && item.status() != ALREADY_THERE) {
                    throw new IOException("the index refuses " + item.id() + ": "
                            + item.error().reason());
                }
            }
        } catch (ElasticsearchException e) {
            throw new IOException("the index does not answer: " + e.getMessage(), e);
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

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        KafkaConsumer<byte[], byte[]> consumer = Consumers.open(
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
        consumer.subscribe(List.of(TOPIC));
        return consumer;
    }

    @Override
    public void close() {
        loop.close();
    }
}
