package io.zhiwei.deploy.bench.latency;

import io.zhiwei.deploy.bench.Statistics;

/**
 * How soon alerts can be found.
 *
 * @param advertisementsPerSecond rate of the producer
 * @param seconds time in which the events counted were due
 * @param violatingShare share of violating creatives
 * @param refreshInterval refresh interval of the index template
 * @param embedding whether the classifier's second stage ran
 * @param alerts alerts counted
 * @param missing alerts that were on the topic and never found
 * @param topicP50Millis event to the alert on its topic, median
 * @param topicP99Millis the same, 99th percentile
 * @param p50Millis event to the first search that finds the alert, median
 * @param p99Millis the same, 99th percentile
 * @param maxMillis the same, longest
 * @param senderLateMillis how late the producer sent an event at most; counted in the delays
 */
public record LatencyFigures(
        int advertisementsPerSecond,
        int seconds,
        double violatingShare,
        String refreshInterval,
        boolean embedding,
        int alerts,
        int missing,
        double topicP50Millis,
        double topicP99Millis,
        double p50Millis,
        double p99Millis,
        double maxMillis,
        double senderLateMillis) {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    /** The circumstances of a measurement. */
    record Setting(int rate, int seconds, double violatingShare, String refreshInterval, boolean embedding) {}

    static LatencyFigures of(Setting setting, LatencyLog.Delays delays, double senderLateMillis) {
        return new LatencyFigures(
                setting.rate(),
                setting.seconds(),
                setting.violatingShare(),
                setting.refreshInterval(),
                setting.embedding(),
                delays.toSearch().size(),
                delays.missing(),
                Statistics.percentile(delays.toTopic(), HALF),
                Statistics.percentile(delays.toTopic(), NEARLY_ALL),
                Statistics.percentile(delays.toSearch(), HALF),
                Statistics.percentile(delays.toSearch(), NEARLY_ALL),
                Statistics.percentile(delays.toSearch(), 1),
                senderLateMillis);
    }
}
