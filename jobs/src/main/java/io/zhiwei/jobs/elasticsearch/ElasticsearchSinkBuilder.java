package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.jspecify.annotations.Nullable;

/**
 * Describes an {@link ElasticsearchSink}.
 *
 * @param <T> what arrives
 */
public final class ElasticsearchSinkBuilder<T> {

    private @Nullable String url;
    private @Nullable ElementConverter<T, DocumentWrite> converter;
    private DeadLetterWriter.@Nullable Factory deadLetters;
    private String apiKeyVariable = "ZHIWEI_ELASTICSEARCH_API_KEY";
    private int maxBatch = 500;
    private int maxInFlight = 2;
    private int maxBuffered = 10_000;
    private Duration maxDelay = Duration.ofMillis(100);
    private Duration firstRetry = Duration.ofMillis(200);
    private Duration longestRetry = Duration.ofSeconds(10);

    ElasticsearchSinkBuilder() {}

    /** Sets the address, e.g. {@code http://127.0.0.1:9200}; required. */
    public ElasticsearchSinkBuilder<T> url(String value) {
        url = Objects.requireNonNull(value, "url");
        return this;
    }

    /** Sets what makes a document of an element; required. */
    public ElasticsearchSinkBuilder<T> converter(ElementConverter<T, DocumentWrite> value) {
        converter = Objects.requireNonNull(value, "converter");
        return this;
    }

    /** Sets where documents go that the index refuses; required. */
    public ElasticsearchSinkBuilder<T> deadLetters(DeadLetterWriter.Factory value) {
        deadLetters = Objects.requireNonNull(value, "deadLetters");
        return this;
    }

    /** Names the environment variable that holds the API key. */
    public ElasticsearchSinkBuilder<T> apiKeyVariable(String value) {
        apiKeyVariable = Objects.requireNonNull(value, "apiKeyVariable");
        return this;
    }

    /** Sets how many documents a bulk request has at most. */
    public ElasticsearchSinkBuilder<T> maxBatch(int value) {
        maxBatch = value;
        return this;
    }

    /** Sets how many bulk requests may be under way. */
    public ElasticsearchSinkBuilder<T> maxInFlight(int value) {
        maxInFlight = value;
        return this;
    }

    /** Sets how many documents may wait before the stream is held back. */
    public ElasticsearchSinkBuilder<T> maxBuffered(int value) {
        maxBuffered = value;
        return this;
    }

    /** Sets the time after which a batch goes out, full or not. */
    public ElasticsearchSinkBuilder<T> maxDelay(Duration value) {
        maxDelay = value;
        return this;
    }

    /** Sets the shortest and the longest wait between attempts. */
    public ElasticsearchSinkBuilder<T> retry(Duration first, Duration longest) {
        firstRetry = first;
        longestRetry = longest;
        return this;
    }

    /** Makes the sink. */
    public ElasticsearchSink<T> build() {
        String address = required(url, "url", "http://127.0.0.1:9200");
        ElementConverter<T, DocumentWrite> documents = required(converter, "converter", "new AlertDocument()");
        DeadLetterWriter.Factory letters = required(deadLetters, "deadLetters", "kafka.deadLetterWriter()");
        check(maxBatch > 0, "maxBatch must be at least 1, is " + maxBatch);
        check(maxInFlight > 0, "maxInFlight must be at least 1, is " + maxInFlight);
        check(
                maxBuffered > maxBatch,
                "maxBuffered (" + maxBuffered + ") must exceed maxBatch (" + maxBatch + "): raise it, or make batches"
                        + " smaller");
        check(
                firstRetry.compareTo(longestRetry) <= 0 && firstRetry.toMillis() > 0,
                "retry needs 0 < first <= longest, is " + firstRetry + " and " + longestRetry);
        return new ElasticsearchSink<>(
                documents,
                new ElasticsearchSettings(
                        address,
                        apiKeyVariable,
                        maxBatch,
                        maxInFlight,
                        maxBuffered,
                        maxDelay,
                        firstRetry,
                        longestRetry),
                letters);
    }

    private static <V> V required(@Nullable V value, String name, String example) {
        if (value == null) {
            throw new IllegalStateException(name + " is not set: call " + name + "(...), e.g. with " + example);
        }
        return value;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }
}
