package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Indexes documents in Elasticsearch, at least once and by external version, so that neither a replay nor the order of
 * arrival leaves an older document in place of a newer one.
 *
 * <pre>{@code
 * ElasticsearchSink<Alert> sink = ElasticsearchSink.<Alert>builder()
 *     .url("http://127.0.0.1:9200")
 *     .converter(new AlertDocument())
 *     .deadLetters(kafka.deadLetterWriter())
 *     .build();
 * }</pre>
 *
 * @param <T> what arrives
 */
public final class ElasticsearchSink<T> extends AsyncSinkBase<T, DocumentWrite> {

    private static final long serialVersionUID = 1L;

    private final ElasticsearchSettings settings;
    private final DeadLetterWriter.Factory deadLetters;

    ElasticsearchSink(
            ElementConverter<T, DocumentWrite> converter,
            ElasticsearchSettings settings,
            DeadLetterWriter.Factory deadLetters) {
        super(
                converter,
                settings.maxBatch(),
                settings.maxInFlight(),
                settings.maxBuffered(),
                ElasticsearchSettings.MAX_BATCH_BYTES,
                settings.maxDelay().toMillis(),
                ElasticsearchSettings.MAX_BATCH_BYTES);
        this.settings = settings;
        this.deadLetters = deadLetters;
    }

    /** Starts to describe a sink. */
    public static <T> ElasticsearchSinkBuilder<T> builder() {
        return new ElasticsearchSinkBuilder<>();
    }

    @Override
    public ElasticsearchWriter<T> createWriter(WriterInitContext context) {
        return writer(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<DocumentWrite>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<DocumentWrite>> states) {
        return writer(context, states);
    }

    private ElasticsearchWriter<T> writer(
            WriterInitContext context, Collection<BufferedRequestState<DocumentWrite>> states) {
        return new ElasticsearchWriter<>(
                getElementConverter(),
                context,
                configuration(),
                states,
                new ElasticsearchWriter.Edge(settings, deadLetters.open()));
    }

    private AsyncSinkWriterConfiguration configuration() {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(getMaxBatchSize())
                .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
                .setMaxInFlightRequests(getMaxInFlightRequests())
                .setMaxBufferedRequests(getMaxBufferedRequests())
                .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
                .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
                .setRateLimitingStrategy(new InFlightLimit(getMaxInFlightRequests(), getMaxBatchSize()))
                .build();
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<DocumentWrite>> getWriterStateSerializer() {
        return new DocumentWriteStateSerializer();
    }
}
