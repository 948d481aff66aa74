package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.EventStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on messages as the job's own source does, and counts them. */
final class CountingReader implements KafkaRecordDeserializationSchema<StreamRecord> {

    private static final long serialVersionUID = 1L;

    /** Returns a source that reads a stream from its beginning to its present end. */
    static KafkaSource<StreamRecord> bounded(EventStream stream, String bootstrapServers) {
        return KafkaSource.<StreamRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(stream.topic())
                .setGroupId("bench")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new CountingReader())
                .build();
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
