package io.zhiwei.deploy.bench.throughput;

/** What is measured. */
public enum Graph {
    /** Read, decode, key by advertiser, discard. */
    FLOOR(4),
    /** The warning pipeline, its results counted and discarded. */
    PIPELINE(12),
    /** The warning pipeline with its real sinks. */
    DELIVERING(12);

    private final long warmUpSeconds;

    Graph(long warmUpSeconds) {
        this.warmUpSeconds = warmUpSeconds;
    }

    /** Returns how long its code takes to be compiled, generously. */
    long warmUpSeconds() {
        return warmUpSeconds;
    }
}
