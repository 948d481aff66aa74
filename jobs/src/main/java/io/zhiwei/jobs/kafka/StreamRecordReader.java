package io.zhiwei.jobs.kafka;

import io.zhiwei.jobs.stream.StreamRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on every message as it is, so that a bad one meets our decoder and not the source's failure. */
final class StreamRecordReader implements KafkaRecordDeserializationSchema<StreamRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<StreamRecord> out) {
        out.collect(new StreamRecord(
                message.topic(), message.partition(), message.offset(), message.timestamp(), message.value()));
    }

    @Override
    public TypeInformation<StreamRecord> getProducedType() {
        return TypeInformation.of(StreamRecord.class);
    }
}
