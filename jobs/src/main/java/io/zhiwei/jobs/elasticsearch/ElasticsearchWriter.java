package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.schemas.DeadLetterReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches and treats each document by its outcome. Everything but the HTTP exchange itself happens on the task's
 * thread, by mail. Batches under way are part of the snapshot, so that a checkpoint need not wait for an index that is
 * away; should they arrive as well, their versions make the repetition harmless.
 */
final class ElasticsearchWriter<T> extends AsyncSinkWriter<T, DocumentWrite> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ElasticsearchWriter.class);

    private final MailboxExecutor mailbox;
    private final ProcessingTimeService timers;
    private final BulkClient client;
    private final DeadLetterWriter deadLetters;
    private final Backoff backoff;
    private final WriterMetrics metrics;
    private final Map<Long, List<DocumentWrite>> underWay = new LinkedHashMap<>();
    private long lastTicket;

    /** What a writer talks to. */
    record Edge(ElasticsearchSettings settings, DeadLetterWriter deadLetters) {}

    ElasticsearchWriter(
            ElementConverter<T, DocumentWrite> converter,
            WriterInitContext context,
            AsyncSinkWriterConfiguration configuration,
            Collection<BufferedRequestState<DocumentWrite>> states,
            Edge edge) {
        super(converter, context, configuration, states);
        ElasticsearchSettings settings = edge.settings();
        this.mailbox = context.getMailboxExecutor();
        this.timers = context.getProcessingTimeService();
        this.client = BulkClient.connect(settings.url(), settings.apiKey());
        this.deadLetters = edge.deadLetters();
        this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), ThreadLocalRandom.current());
        this.metrics = new WriterMetrics(context.metricGroup(), underWay::size);
    }

    @Override
    protected long getSizeInBytes(DocumentWrite write) {
        return write.bulkBytes();
    }

    @Override
    protected void submitRequestEntries(List<DocumentWrite> writes, ResultHandler<DocumentWrite> handler) {
        long ticket = ++lastTicket;
        underWay.put(ticket, List.copyOf(writes));
        long started = System.nanoTime();
        var unused = client.send(writes)
                .thenAccept(results -> mailbox.execute(
                        () -> {
                            metrics.took((System.nanoTime() - started) / 1_000_000);
                            settle(ticket, results, handler);
                        },
                        "Settle bulk request %d",
                        ticket));
    }

    private void settle(long ticket, List<DocumentResult> results, ResultHandler<DocumentWrite> handler) {
        List<DocumentWrite> retry = new ArrayList<>();
        List<DocumentResult> rejected = new ArrayList<>();
        for (DocumentResult result : results) {
            metrics.count(result.outcome());
            switch (result.outcome()) {
                case STORED, CONFLICT -> {}
                case RETRY -> retry.add(result.write());
                case REJECTED -> rejected.add(result);
            }
        }
        if (!retry.isEmpty()) {
            LOGGER.warn("retry documents={} of={} reason={}", retry.size(), results.size(), firstRetry(results));
        }
        if (rejected.isEmpty()) {
            finish(ticket, retry, handler);
        } else {
            bury(rejected, retry, () -> finish(ticket, retry, handler));
        }
    }

    /** A rejected document counts as done once its dead letter is safe; until then it is retried. */
    private void bury(List<DocumentResult> rejected, List<DocumentWrite> retry, Runnable then) {
        CompletableFuture<?>[] letters = rejected.stream()
                .map(result -> deadLetters
                        .write(Refusals.ofOther(
                                result.write().index(),
                                Stage.DELIVER,
                                DeadLetterReason.REJECTED_BY_INDEX,
                                "Document " + result.write().id() + " version "
                                        + result.write().version() + " was refused: " + result.reason()
                                        + ". Compare it with the index template.",
                                result.write().json()))
                        .exceptionally(failure -> {
                            mailbox.execute(() -> retry.add(result.write()), "Retry a rejected document");
                            return null;
                        }))
                .toArray(CompletableFuture<?>[]::new);
        var unused = CompletableFuture.allOf(letters)
                .thenRun(() -> mailbox.execute(then::run, "Finish a bulk request with rejected documents"));
    }

    private void finish(long ticket, List<DocumentWrite> retry, ResultHandler<DocumentWrite> handler) {
        if (retry.isEmpty()) {
            backoff.afterSuccess();
            handler.complete();
            forget(ticket);
            return;
        }
        underWay.put(ticket, List.copyOf(retry));
        var unused = timers.registerTimer(timers.getCurrentProcessingTime() + backoff.afterFailure(), time -> {
            handler.retryForEntries(retry);
            forget(ticket);
        });
    }

    /** By mail, behind the handler's own mail: a snapshot in between holds the documents twice rather than not. */
    private void forget(long ticket) {
        mailbox.execute(() -> underWay.remove(ticket), "Forget bulk request %d", ticket);
    }

    private static String firstRetry(List<DocumentResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == BulkOutcome.RETRY)
                .map(DocumentResult::reason)
                .findFirst()
                .orElse("");
    }

    /** Before a snapshot nothing need be sent: what waits and what is under way is in it. */
    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        if (endOfInput) {
            super.flush(true);
        }
    }

    @Override
    public List<BufferedRequestState<DocumentWrite>> snapshotState(long checkpointId) {
        List<BufferedRequestState<DocumentWrite>> states = new ArrayList<>(super.snapshotState(checkpointId));
        List<RequestEntryWrapper<DocumentWrite>> wrapped = underWay.values().stream()
                .flatMap(List::stream)
                .map(write -> new RequestEntryWrapper<>(write, write.bulkBytes()))
                .toList();
        states.add(new BufferedRequestState<>(wrapped));
        return states;
    }

    @Override
    public void close() {
        client.close();
        deadLetters.close();
        super.close();
    }
}
