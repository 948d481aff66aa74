package io.zhiwei.deploy.bench.throughput;

/**
 * Floor and pipeline over the same topic.
 *
 * @param preloadedEvents events on the topic
 * @param bytesPerEvent bytes of a message on average
 * @param violatingShare share of violating creatives
 * @param windowSeconds seconds that count at most
 * @param parallelism parallel instances of every operator
 * @param secondStageShare share of texts that the classifier's first stage leaves open
 * @param embeddingByDefault whether the model as it lies in the library asks the second stage
 * @param floor read, decode, key by advertiser, discard
 * @param withoutEmbedding the pipeline, its alerts counted and discarded, second stage off
 * @param withEmbedding the same, second stage on
 * @param delivering one run with the real sinks, second stage off
 */
public record ThroughputFigures(
        long preloadedEvents,
        double bytesPerEvent,
        double violatingShare,
        long windowSeconds,
        int parallelism,
        double secondStageShare,
        boolean embeddingByDefault,
        PathFigures floor,
        PathFigures withoutEmbedding,
        PathFigures withEmbedding,
        PathFigures delivering) {

    /** Returns the pipeline with the settings of the library. */
    public PathFigures pipeline() {
        return embeddingByDefault ? withEmbedding : withoutEmbedding;
    }
}
