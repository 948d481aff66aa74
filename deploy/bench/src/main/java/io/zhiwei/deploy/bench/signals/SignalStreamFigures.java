package io.zhiwei.deploy.bench.signals;

/**
 * What the stream of signals takes, medians over the rounds.
 *
 * @param versions versions of reports that were streamed
 * @param floorPerSecond versions a second that are read, keyed and discarded
 * @param perSecond versions a second through the whole graph, measures of every sweep included
 * @param ratio whole graph by floor, of the same round
 * @param coreRatio the same by processor time
 */
public record SignalStreamFigures(
        int versions, double floorPerSecond, double perSecond, double ratio, double coreRatio) {}
