package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.EventWatermarks;
import io.zhiwei.jobs.warning.Limits;
import io.zhiwei.jobs.warning.RunSettings;
import io.zhiwei.jobs.warning.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the signal job. Every component is a setting {@code --kebab-case value}; {@link #DEFAULTS} holds the
 * defaults.
 *
 * @param bootstrapServers addresses of Kafka
 * @param groupId consumer group under which offsets are shown
 * @param elasticsearch address of Elasticsearch
 * @param checkpoints folder of the checkpoints
 * @param resume whether to go on from the newest complete checkpoint in that folder
 * @param checkpointInterval time between checkpoints
 * @param checkpointTimeout time after which a checkpoint is given up; longer than an index may be away
 * @param parallelism parallel instances of every operator; at most the partitions of the topic
 * @param webPort port of Flink's web page; 0 runs in the environment that submitted the job, without a page of its own
 * @param metricsPort port where Prometheus reads the metrics; 0 is off
 * @param outOfOrderness how much later than its successors a report may come and still count in its own epoch
 * @param idleness silence after which a partition no longer holds the others back
 * @param maxDrift how far one partition's event time may be ahead of the slowest
 * @param epoch after how much event time counts are closed and changed pairs are measured
 * @param sweep after how much event time all pairs are measured; a multiple of the epoch
 * @param refit after how much event time priors are fitted, which takes longer than to measure; a multiple of the sweep
 * @param bulkSize documents of one bulk request
 * @param bulkDelay time after which a bulk request goes out, full or not
 * @param indexBuffer documents that wait for the index before the stream is held back
 */
public record SignalConfig(
        String bootstrapServers,
        String groupId,
        URI elasticsearch,
        Path checkpoints,
        boolean resume,
        Duration checkpointInterval,
        Duration checkpointTimeout,
        int parallelism,
        int webPort,
        int metricsPort,
        Duration outOfOrderness,
        Duration idleness,
        Duration maxDrift,
        Duration epoch,
        Duration sweep,
        Duration refit,
        int bulkSize,
        Duration bulkDelay,
        int indexBuffer) {

    /** The settings where nothing is said. */
    public static final SignalConfig DEFAULTS = new SignalConfig(
            "127.0.0.1:9092",
            "zhiwei-signal",
            URI.create("http://127.0.0.1:9200"),
            Path.of("data/signal-checkpoints"),
            true,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            1,
            8082,
            0,
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            Duration.ofDays(2),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28),
            500,
            Duration.ofMillis(100),
            10_000);

    /** Refuses what cannot work. */
    public SignalConfig {
        Limits.servers(bootstrapServers, groupId, elasticsearch);
        new RunSettings(
                checkpoints,
                resume,
                checkpointInterval,
                checkpointTimeout,
                RunSettings.HASHMAP,
                parallelism,
                webPort,
                metricsPort);
        Limits.require(!outOfOrderness.isNegative(), "out-of-orderness is negative: give 0s or more");
        Limits.positive("idleness", idleness);
        Limits.positive("max-drift", maxDrift);
        new Epochs(epoch, sweep, refit);
        Limits.between("bulk-size", bulkSize, 1, indexBuffer - 1);
        Limits.positive("bulk-delay", bulkDelay);
    }

    /**
     * Reads {@code --key value} arguments.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong and how to mend it
     */
    public static SignalConfig parse(String... arguments) {
        return Settings.of(arguments).read(SignalConfig.class, DEFAULTS);
    }

    /** Returns how the job runs. */
    public RunSettings run() {
        return new RunSettings(
                checkpoints,
                resume,
                checkpointInterval,
                checkpointTimeout,
                RunSettings.HASHMAP,
                parallelism,
                webPort,
                metricsPort);
    }

    /** Returns the times that the graph goes by. */
    public SignalTiming timing() {
        return new SignalTiming(new EventWatermarks(outOfOrderness, idleness, maxDrift), epoch, sweep, refit);
    }
}
