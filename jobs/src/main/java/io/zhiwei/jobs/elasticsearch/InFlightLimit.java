package io.zhiwei.jobs.elasticsearch;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * A fixed number of requests under way, of a fixed size. Flink's own strategy shrinks the batches with every failure
 * and lets them grow slowly; after an outage, which is over at once, that would only delay what has piled up.
 */
final class InFlightLimit implements RateLimitingStrategy {

    private final int maxRequests;
    private final int maxBatch;
    private int requests;

    InFlightLimit(int maxRequests, int maxBatch) {
        this.maxRequests = maxRequests;
        this.maxBatch = maxBatch;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        requests++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        requests--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return requests >= maxRequests;
    }

    @Override
    public int getMaxBatchSize() {
        return maxBatch;
    }
}
