package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zhiwei.jobs.testing.Letters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class ElasticsearchSinkTest {

    @Test
    void asksForAnAddress() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ElasticsearchSink.<String>builder().build())
                .withMessage("url is not set: call url(...), e.g. with http://127.0.0.1:9200");
    }

    @Test
    void asksForAConverter() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ElasticsearchSink.<String>builder()
                        .url("http://127.0.0.1:9200")
                        .build())
                .withMessage("converter is not set: call converter(...), e.g. with new AlertDocument()");
    }

    @Test
    void asksWhereRefusedDocumentsGo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ElasticsearchSink.<String>builder()
                        .url("http://127.0.0.1:9200")
                        .converter((text, context) -> document(text))
                        .build())
                .withMessage("deadLetters is not set: call deadLetters(...), e.g. with kafka.deadLetterWriter()");
    }

    @Test
    void refusesABufferThatHoldsNoBatch() {
        assertThatIllegalStateException()
                .isThrownBy(() -> complete().maxBatch(500).maxBuffered(500).build())
                .withMessage("maxBuffered (500) must exceed maxBatch (500): raise it, or make batches smaller");
    }

    @Test
    void refusesAnUpsideDownRetry() {
        assertThatIllegalStateException()
                .isThrownBy(() -> complete()
                        .retry(Duration.ofSeconds(2), Duration.ofSeconds(1))
                        .build())
                .withMessage("retry needs 0 < first <= longest, is PT2S and PT1S");
    }

    @Test
    void travelsToTheTaskManagers() {
        assertThat(InstantiationUtil.isSerializable(complete().build())).isTrue();
    }

    @Test
    void keepsWaitingDocumentsFieldByField() throws Exception {
        // Given
        DocumentWriteStateSerializer serializer = new DocumentWriteStateSerializer();
        DocumentWrite write = document("毫克");

        // When
        byte[] bytes = serializer.serialize(
                new BufferedRequestState<>(List.of(new RequestEntryWrapper<>(write, write.bulkBytes()))));
        DocumentWrite read = serializer
                .deserialize(serializer.getVersion(), bytes)
                .getBufferedRequestEntries()
                .get(0)
                .getRequestEntry();

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(write);
    }

    private static ElasticsearchSinkBuilder<String> complete() {
        return ElasticsearchSink.<String>builder()
                .url("http://127.0.0.1:9200")
                .converter((text, context) -> document(text))
                .deadLetters(Letters::new);
    }

    private static DocumentWrite document(String text) {
        return new DocumentWrite("documents", "1", 1, text.getBytes(StandardCharsets.UTF_8));
    }
}
