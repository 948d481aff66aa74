package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.stream.StreamRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on messages as the job's own source does, and counts them. */
final class CountingReader implements KafkaRecordDeserializationSchema<StreamRecord> {

    private static final long serialVersionUID = 1L;

    /** Returns a source that reads a topic from its beginning to its present end. */
    static KafkaSource<StreamRecord> bounded(String topic, String bootstrapServers) {
        return source(topic, bootstrapServers)
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    /** Returns a source that reads a topic from its beginning, and waits for more: only such ones can wait for each other. */
    static KafkaSource<StreamRecord> endless(String topic, String bootstrapServers) {
        return source(topic, bootstrapServers).build();
    }

    private static KafkaSourceBuilder<StreamRecord> source(String topic, String bootstrapServers) {
        return KafkaSource.<StreamRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId("bench")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new CountingReader());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<StreamRecord> out) {
        Counts.EVENTS.increment();
        out.collect(new StreamRecord(
                message.topic(), message.partition(), message.offset(), message.timestamp(), message.value()));
    }

    @Override
    public TypeInformation<StreamRecord> getProducedType() {
        return TypeInformation.of(StreamRecord.class);
    }
}
