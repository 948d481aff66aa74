package io.zhiwei.deploy.bench.throughput;

/** What is measured. */
public enum Graph {
    /** Read, decode, key by advertiser, discard. */
    FLOOR,
    /** The warning pipeline, its results counted and discarded. */
    PIPELINE,
    /** The warning pipeline with its real sinks. */
    DELIVERING,
    /** Read, decode, key and discard all streams that the models read. */
    KEYED_FLOOR,
    /** The warning pipeline over all streams that its models read, its results counted and discarded. */
    KEYED_PIPELINE
}
