package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.FakeElasticsearch;
import io.zhiwei.jobs.testing.Letters;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ElasticsearchWriterTest {

    @Test
    void sortsTwoHundredMixedOutcomes() throws Exception {
        // Given: every tenth document is busy once, every seventh is refused for good
        Set<String> busy = ConcurrentHashMap.newKeySet();
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            index.answerDocuments(id -> {
                int number = Integer.parseInt(id);
                if (number % 7 == 0) {
                    return 400;
                }
                return number % 10 == 0 && busy.add(id) ? 429 : 200;
            });

            // When
            writer.write(IntStream.range(0, 200).mapToObj(i -> i + ":1").toList());
            writer.retry();
            writer.runUntil(() -> index.documents().size() == 200 - 29);

            // Then
            assertThat(writer.letters().written())
                    .hasSize(29)
                    .allSatisfy(letter -> assertThat(letter.getReason()).isEqualTo(DeadLetterReason.REJECTED_BY_INDEX));
            assertThat(index.requests()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheReasonOfARefusalInTheDeadLetter() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            index.answerDocuments(id -> 400);

            writer.write(List.of("a:3"));
            writer.runUntil(() -> !writer.letters().written().isEmpty());

            DeadLetter letter = writer.letters().written().get(0);
            assertThat(letter.getTopic()).isEqualTo("documents");
            assertThat(letter.getStage()).isEqualTo("deliver");
            assertThat(letter.getMessage()).contains("Document a version 3", "HTTP 400", "status 400");
            assertThat(letter.getPayload().remaining()).isEqualTo(letter.getSize());
        }
    }

    @Test
    void handsARefusedDocumentInAgainWhenItsDeadLetterFails() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters().failing(1))) {
            index.answerDocuments(id -> 400);

            writer.write(List.of("a:1"));
            writer.retry();
            writer.runUntil(() -> writer.letters().written().size() == 1);

            assertThat(index.requests()).isEqualTo(2);
        }
    }

    @Test
    void takesAConflictForDone() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            writer.write(List.of("a:5"));
            writer.runUntil(() -> index.documents().size() == 1);

            writer.write(List.of("a:4", "b:1"));
            writer.runUntil(() -> index.documents().containsKey("b"));

            assertThat(index.text("a")).isEqualTo("a:5");
            assertThat(writer.letters().written()).isEmpty();
        }
    }

    @Test
    void retriesAWholeRequestThatFailed() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            index.answerRequests(500, 429, 503);

            writer.write(List.of("a:1", "b:1"));
            for (int attempt = 1; attempt <= 3; attempt++) {
                writer.retry();
            }
            writer.runUntil(() -> index.documents().size() == 2);

            assertThat(index.requests()).isEqualTo(4);
        }
    }

    @Test
    void halvesARequestThatIsTooLargeUntilTheCulpritStandsAlone() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            // Four documents: the whole, the first half and its first document are refused.
            index.answerRequests(413);

            writer.write(List.of("a:1", "b:1", "c:1", "d:1"));
            writer.runUntil(() -> index.documents().size() == 4);

            assertThat(index.requests()).isEqualTo(3);
            assertThat(writer.letters().written()).isEmpty();
        }
    }

    @Test
    void buriesASingleDocumentThatIsTooLarge() throws Exception {
        try (FakeElasticsearch index = FakeElasticsearch.start(0);
                WriterHarness writer = WriterHarness.open(index.url(), new Letters())) {
            index.answerRequests(413);

            writer.write(List.of("a:1"));
            writer.runUntil(() -> writer.letters().written().size() == 1);

            assertThat(writer.letters().written().get(0).getMessage()).contains("HTTP 413");
        }
    }

    @Test
    void deliversEverythingOnceTheIndexIsBack() throws Exception {
        // Given
        FakeElasticsearch gone = FakeElasticsearch.start(0);
        int port = gone.port();
        gone.close();
        try (WriterHarness writer = WriterHarness.open("http://127.0.0.1:" + port, new Letters())) {
            writer.write(IntStream.range(0, 150).mapToObj(i -> i + ":1").toList());
            writer.runUntil(writer::hasPendingRetry);

            // When
            try (FakeElasticsearch back = FakeElasticsearch.start(port)) {
                writer.retry();
                writer.runUntil(() -> back.documents().size() == 150);
            }

            // Then
            assertThat(writer.letters().written()).isEmpty();
        }
    }

    @Test
    void snapshotsWhatIsUnderWayWithoutWaitingForIt() throws Exception {
        // Given
        FakeElasticsearch gone = FakeElasticsearch.start(0);
        int port = gone.port();
        gone.close();
        OperatorSubtaskState state;
        try (WriterHarness writer = WriterHarness.open("http://127.0.0.1:" + port, new Letters())) {
            writer.write(List.of("a:1", "b:2"));
            writer.runUntil(writer::hasPendingRetry);
            state = writer.snapshot();
        }

        // When
        try (FakeElasticsearch back = FakeElasticsearch.start(port);
                WriterHarness restored = WriterHarness.restore(back.url(), state)) {
            restored.advance(Duration.ofMillis(100));
            restored.runUntil(() -> back.documents().size() == 2);

            // Then
            assertThat(back.text("b")).isEqualTo("b:2");
        }
    }
}
