package io.zhiwei.deploy.bench.signals;

/**
 * What a full re-evaluation takes: the fit of the prior and all measures of every pair, in one JVM.
 *
 * @param reports reports that were counted
 * @param pairs pairs that were measured
 * @param seconds fastest of the rounds
 * @param pairsPerSecond pairs a second
 */
public record SignalFigures(int reports, int pairs, double seconds, double pairsPerSecond) {}
