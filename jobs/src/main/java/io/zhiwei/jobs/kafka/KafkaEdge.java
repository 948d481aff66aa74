package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SingleObject;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the sources and sinks of one Kafka cluster. Delivery is at least once: every record is written under a key that
 * a replay repeats.
 *
 * @param bootstrapServers addresses of the cluster
 */
public record KafkaEdge(String bootstrapServers) {

    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
    private static final String LINGER_MILLIS = "5";
    private static final String REGISTER_PRODUCER_METRICS = "register.producer.metrics";
    private static final String MAX_BLOCK_MILLIS = "5000";
    /** Kafka's own metrics, a hundred for each client, cost the page that shows them more than the events cost the job. */
    private static final String KAFKA_METRICS = "false";

    /** Returns the source of a stream: from the group's offsets, from the beginning where it has none. */
    public KafkaSource<StreamRecord> source(EventStream stream, String groupId) {
        return source(stream.topic(), groupId, OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST));
    }

    /** Returns the source of model updates: always all of them, because a version stands on those before it. */
    public KafkaSource<StreamRecord> modelUpdates(String groupId) {
        return source(Topics.MODEL_UPDATES, groupId, OffsetsInitializer.earliest());
    }

    /** Returns the source of decisions about alerts: all of them, so that alerts made anew are decided anew. */
    public KafkaSource<StreamRecord> dispositions(String groupId) {
        return source(Topics.DISPOSITIONS, groupId, OffsetsInitializer.earliest());
    }

    private KafkaSource<StreamRecord> source(String topic, String groupId, OffsetsInitializer from) {
        return KafkaSource.<StreamRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId + "-" + topic)
                .setStartingOffsets(from)
                .setDeserializer(new StreamRecordReader())
                .setProperty(KafkaSourceOptions.REGISTER_KAFKA_CONSUMER_METRICS.key(), KAFKA_METRICS)
                .build();
    }

    /** Returns the sink of what the job says to model updates, keyed by update id. */
    public KafkaSink<ModelReply> modelReplies() {
        return sink((reply, context, timestamp) ->
                new ProducerRecord<>(Topics.MODEL_REPLIES, utf8(reply.getUpdateId()), SingleObject.encode(reply)));
    }

    /** Returns the sink of signals that models read, keyed by pair, so that what becomes of one stays in order. */
    public KafkaSink<Signal> signals() {
        return sink((signal, context, timestamp) -> new ProducerRecord<>(
                Topics.SIGNALS,
                utf8(signal.getPopulation() + "|" + signal.getProduct() + "|" + signal.getEvent()),
                SingleObject.encode(signal)));
    }

    /** Returns the sink of alert revisions, keyed by alert id. */
    public KafkaSink<Alert> alerts() {
        return sink((alert, context, timestamp) -> alertRecord(alert));
    }

    /** Returns the sink of dead letters, keyed by source position. */
    public KafkaSink<DeadLetter> deadLetters() {
        return sink((letter, context, timestamp) -> deadLetterRecord(letter));
    }

    /** Returns what a sink without side output writes its dead letters with. */
    public DeadLetterWriter.Factory deadLetterWriter() {
        Properties settings = producerSettings();
        settings.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // A broker that is away must not hold the task's thread; the letter is handed in again later.
        settings.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        return () -> KafkaDeadLetterWriter.open(settings);
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrapServers)
                .setKafkaProducerConfig(producerSettings())
                .setRecordSerializer(serializer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    static Properties producerSettings() {
        Properties settings = new Properties();
        settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        settings.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.setProperty(REGISTER_PRODUCER_METRICS, KAFKA_METRICS);
        settings.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(MAX_REQUEST_BYTES));
        return settings;
    }

    static ProducerRecord<byte[], byte[]> alertRecord(Alert alert) {
        return new ProducerRecord<>(Topics.ALERTS, utf8(alert.getAlertId()), SingleObject.encode(alert));
    }

    static ProducerRecord<byte[], byte[]> deadLetterRecord(DeadLetter letter) {
        String position = letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset();
        return new ProducerRecord<>(Topics.DEAD_LETTERS, utf8(position), SingleObject.encode(letter));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
