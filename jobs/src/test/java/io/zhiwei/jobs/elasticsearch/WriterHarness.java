package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.jobs.testing.Letters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.awaitility.Awaitility;

/** A sink writer in Flink's operator harness: its clock moves by hand, its mail is read when the test says so. */
final class WriterHarness implements AutoCloseable {

    private static final Duration MAX_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Map<Integer, Letters> OFFICES = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT_OFFICE = new AtomicInteger();

    private final OneInputStreamOperatorTestHarness<String, CommittableMessage<Void>> harness;
    private final Letters letters;
    private long now;

    private WriterHarness(String url, Letters letters) throws Exception {
        this.letters = letters;
        int office = NEXT_OFFICE.incrementAndGet();
        OFFICES.put(office, letters);
        ElasticsearchSink<String> sink = ElasticsearchSink.<String>builder()
                .url(url)
                .converter((text, context) -> write(text))
                .deadLetters(() -> OFFICES.get(office))
                .maxBatch(200)
                .maxDelay(MAX_DELAY)
                .build();
        this.harness = new OneInputStreamOperatorTestHarness<>(
                new SinkWriterOperatorFactory<>(sink), StringSerializer.INSTANCE);
    }

    static WriterHarness open(String url, Letters letters) throws Exception {
        WriterHarness harness = new WriterHarness(url, letters);
        harness.harness.open();
        return harness;
    }

    static WriterHarness restore(String url, OperatorSubtaskState state) throws Exception {
        WriterHarness harness = new WriterHarness(url, new Letters());
        harness.harness.initializeState(state);
        harness.harness.open();
        return harness;
    }

    /** A document is written as {@code id:version}. */
    private static DocumentWrite write(String text) {
        int colon = text.indexOf(':');
        return new DocumentWrite(
                "documents",
                text.substring(0, colon),
                Long.parseLong(text.substring(colon + 1)),
                ("{\"text\":\"" + text + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void write(List<String> texts) throws Exception {
        for (String text : texts) {
            harness.processElement(text, 0);
        }
        advance(MAX_DELAY);
    }

    void advance(Duration time) throws Exception {
        now += time.toMillis();
        harness.setProcessingTime(now);
    }

    /** Waits until a request has failed, lets the wait before its retry pass and sends it again. */
    void retry() throws Exception {
        runUntil(this::hasPendingRetry);
        advance(LONGEST_WAIT);
        readMail();
        advance(MAX_DELAY);
    }

    /** Reads mail as it comes, until the condition holds. */
    void runUntil(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(2)).until(() -> {
            readMail();
            return condition.getAsBoolean();
        });
    }

    private void readMail() throws Exception {
        TaskMailbox mailbox = harness.getTaskMailbox();
        while (mailbox.hasMail()) {
            mailbox.take(TaskMailbox.MIN_PRIORITY).run();
        }
    }

    OperatorSubtaskState snapshot() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, now);
    }

    /** A request under way has Flink's timer for its answer; a failed one has the timer of its retry as well. */
    boolean hasPendingRetry() {
        return harness.getProcessingTimeService().getNumActiveTimers() > 1;
    }

    Letters letters() {
        return letters;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
