package io.zhiwei.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.Alerts;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaEdgeTest {

    @Test
    void handsOnEveryMessageWithItsPosition() {
        // Given
        List<StreamRecord> read = new ArrayList<>();
        StreamRecordReader reader = new StreamRecordReader();

        // When
        reader.deserialize(
                new ConsumerRecord<>("advertisements", 3, 42, null, new byte[] {1}), new ListCollector<>(read));
        reader.deserialize(new ConsumerRecord<>("advertisements", 3, 43, null, null), new ListCollector<>(read));

        // Then
        assertThat(read.get(0).partition()).isEqualTo(3);
        assertThat(read.get(0).offset()).isEqualTo(42);
        assertThat(read.get(0).bytes()).containsExactly(1);
        assertThat(read.get(1).bytes()).isEmpty();
    }

    @Test
    void keysAlertsByTheirId() throws Exception {
        ProducerRecord<byte[], byte[]> message = KafkaEdge.alertRecord(Alerts.alert("alert-7", 3));

        assertThat(message.topic()).isEqualTo("alerts");
        assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo("alert-7");
        assertThat(MessageReader.<Alert>specific(Alert.getClassSchema()).read(message.value()))
                .isEqualTo(Alerts.alert("alert-7", 3));
    }

    @Test
    void keysDeadLettersByTheirPosition() throws Exception {
        DeadLetter letter =
                Refusals.ofRecord(Ads.message(9, new byte[] {7}), Stage.DECODE, DeadLetterReason.MALFORMED, "why");

        ProducerRecord<byte[], byte[]> message = KafkaEdge.deadLetterRecord(letter);

        assertThat(message.topic()).isEqualTo("dead-letters");
        assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo("advertisements/0/9");
        assertThat(MessageReader.<DeadLetter>specific(DeadLetter.getClassSchema())
                        .read(message.value()))
                .isEqualTo(letter);
    }

    @Test
    void writesSafely() {
        assertThat(KafkaEdge.producerSettings())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true");
    }

    @Test
    void travelsToTheTaskManagers() {
        KafkaEdge kafka = new KafkaEdge("127.0.0.1:9092");

        assertThat(InstantiationUtil.isSerializable(kafka.alerts())).isTrue();
        assertThat(InstantiationUtil.isSerializable(kafka.deadLetters())).isTrue();
        assertThat(InstantiationUtil.isSerializable(kafka.deadLetterWriter())).isTrue();
        assertThat(InstantiationUtil.isSerializable(kafka.source(EventStream.ADVERTISEMENTS, "group")))
                .isTrue();
    }
}
