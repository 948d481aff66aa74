package io.zhiwei.jobs.elasticsearch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a sink talks to Elasticsearch.
 *
 * @param url address
 * @param apiKeyVariable environment variable with the API key, read where the sink runs; unset means none
 * @param maxBatch documents of one bulk request
 * @param maxInFlight bulk requests under way at once
 * @param maxBuffered documents that wait before the stream is held back
 * @param maxDelay time after which a batch goes out, full or not
 * @param firstRetry wait after the first failure
 * @param longestRetry longest wait between attempts
 */
record ElasticsearchSettings(
        String url,
        String apiKeyVariable,
        int maxBatch,
        int maxInFlight,
        int maxBuffered,
        Duration maxDelay,
        Duration firstRetry,
        Duration longestRetry)
        implements Serializable {

    /** Bytes of one bulk request: well below the 100 MB that Elasticsearch takes. */
    static final long MAX_BATCH_BYTES = 32L * 1024 * 1024;

    String apiKey() {
        String key = System.getenv(apiKeyVariable);
        return key == null ? "" : key;
    }
}
