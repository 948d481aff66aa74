package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SingleObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand messages of which no event can be made, among good ones. */
class BadInputITCase {

    private static final int BAD = 20_000;

    @TempDir
    private Path folder = Path.of("");

    /** Reasons that may be given, by place. */
    private final Map<String, List<DeadLetterReason>> expected = new TreeMap<>();

    @Test
    void costsADeadLetterEachAndNothingElse() throws Exception {
        UndisturbedRun undisturbed = UndisturbedRun.get();
        EventSet good = Stand.advertisements(folder);
        Results results;
        try (Stand stand = Stand.start(folder)) {
            stand.startJob();

            send(stand, good);
            stand.awaitAssessed();
            assertThat(stand.servers().flink().hasRestarted()).isFalse();
            results = stand.finish();
        }
        assertThat(Said.of(results.alerts())).isEqualTo(undisturbed.said());
        assertThat(results.undelivered()).isEmpty();
        assertThat(results.letters()).hasSize(BAD).allSatisfy(this::isAsExpected);
    }

    private void isAsExpected(DeadLetter letter) {
        assertThat(letter.getTopic()).isEqualTo(EventStream.ADVERTISEMENTS.topic());
        assertThat(letter.getMessage()).isNotBlank();
        String place = letter.getPartition() + "-" + letter.getOffset();
        assertThat(expected.get(place)).as(place).isNotNull().contains(letter.getReason());
    }

    private void send(Stand stand, EventSet good) throws Exception {
        BadMessages messages = new BadMessages();
        int every = BAD / good.events().size();
        try (KafkaProducer<byte[], byte[]> producer = producer(stand.bootstrapServers())) {
            List<Sent> sent = new ArrayList<>();
            for (int i = 0; i < BAD; i++) {
                BadMessages.Bad bad = messages.message(i);
                sent.add(new Sent(bad, producer.send(new ProducerRecord<>("advertisements", bad.bytes()))));
                if (i % every == 0 && i / every < good.events().size()) {
                    byte[] event = SingleObject.encode(good.events().get(i / every));
                    var unused = producer.send(new ProducerRecord<>("advertisements", event));
                }
            }
            producer.flush();
            for (Sent one : sent) {
                RecordMetadata place = one.place().get();
                expected.put(place.partition() + "-" + place.offset(), one.bad().reasons());
            }
        }
    }

    private record Sent(BadMessages.Bad bad, java.util.concurrent.Future<RecordMetadata> place) {}

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "8388608",
                        ProducerConfig.LINGER_MS_CONFIG, "5",
                        ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
