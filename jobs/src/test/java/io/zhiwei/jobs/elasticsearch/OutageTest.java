package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.FakeElasticsearch;
import io.zhiwei.jobs.testing.Letters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole job whose index is away at first: the buffer fills, the stream is held back, then everything arrives. */
class OutageTest {

    private static final int DOCUMENTS = 2_000;
    private static final int FAILED_REQUESTS = 25;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    @Test
    void everythingArrivesOnceTheIndexIsBack() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0)) {
            // Given
            index.answerRequests(Collections.nCopies(FAILED_REQUESTS, 503).toArray(Integer[]::new));
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
            env.setParallelism(1);
            env.enableCheckpointing(50);

            // When
            env.fromSequence(1, DOCUMENTS).sinkTo(sink(index.url()));
            env.execute();

            // Then
            assertThat(index.documents()).hasSize(DOCUMENTS);
            assertThat(index.requests()).isGreaterThanOrEqualTo(FAILED_REQUESTS + DOCUMENTS / 50);
        }
    }

    private static ElasticsearchSink<Long> sink(String url) {
        return ElasticsearchSink.<Long>builder()
                .url(url)
                .converter((number, context) -> new DocumentWrite(
                        "documents", number.toString(), 1, "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                .deadLetters(Letters::new)
                .maxBatch(50)
                .maxBuffered(120)
                .maxDelay(Duration.ofMillis(20))
                .retry(Duration.ofMillis(5), Duration.ofMillis(40))
                .build();
    }
}
