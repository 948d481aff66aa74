package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import java.net.URI;
import java.time.Duration;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * How the sinks of a job write to its indices.
 *
 * @param elasticsearch address
 * @param bulkSize documents of one bulk request
 * @param bulkDelay time after which a bulk request goes out, full or not
 * @param indexBuffer documents that wait for the index before the stream is held back
 * @param deadLetters writes what the index refuses for good
 */
public record IndexSettings(
        URI elasticsearch, int bulkSize, Duration bulkDelay, int indexBuffer, DeadLetterWriter.Factory deadLetters) {

    /** Makes the sink of one kind of document. */
    public <T> ElasticsearchSink<T> sink(ElementConverter<T, DocumentWrite> converter) {
        return ElasticsearchSink.<T>builder()
                .url(elasticsearch.toString())
                .converter(converter)
                .deadLetters(deadLetters)
                .maxBatch(bulkSize)
                .maxDelay(bulkDelay)
                .maxBuffered(indexBuffer)
                .build();
    }
}
