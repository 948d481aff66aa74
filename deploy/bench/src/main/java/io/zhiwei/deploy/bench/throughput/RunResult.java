package io.zhiwei.deploy.bench.throughput;

/**
 * What one run did.
 *
 * @param steady its steady window
 * @param events events read in all
 * @param alerts alert revisions counted in all; none where the real sinks took them
 * @param deadLetters dead letters counted in all
 */
public record RunResult(Measurement steady, long events, long alerts, long deadLetters) {}
