package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.EventWatermarks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the warning job. Every component is a setting {@code --kebab-case value}; {@link #DEFAULTS} holds the
 * defaults.
 *
 * @param bootstrapServers addresses of Kafka
 * @param groupId consumer group under which offsets are shown
 * @param elasticsearch address of Elasticsearch
 * @param models folder of the model library
 * @param regions table of regions
 * @param checkpoints folder of the checkpoints
 * @param resume whether to go on from the newest complete checkpoint in that folder
 * @param checkpointInterval time between checkpoints
 * @param checkpointTimeout time after which a checkpoint is given up; longer than an index may be away
 * @param stateBackend where entities and alerts are kept: {@code hashmap}, in the heap, or {@code rocksdb}, on disk
 * @param parallelism parallel instances of every operator; at most the partitions of a topic
 * @param webPort port of Flink's web page; 0 runs in the environment that submitted the job, without a page of its own
 * @param metricsPort port where Prometheus reads the metrics; 0 is off
 * @param outOfOrderness how much later than its successors an event may come and not be late
 * @param idleness silence after which a partition no longer holds the others back
 * @param maxDrift how far one partition's event time may be ahead of the slowest; well below the late bound, so that
 *     no backlog becomes too late, and no shorter than needed, because a partition that is ahead waits
 * @param lateBound how late an event may be and still be assessed
 * @param recentEvents events of a stream and instance that are remembered at most, for 30 days, because registry records about
 *     them may come late
 * @param coalesce how long unimportant changes of an alert are gathered
 * @param keepAlerts how long after its latest revision or decision an alert can still be decided about
 * @param bulkSize documents of one bulk request
 * @param bulkDelay time after which a bulk request goes out, full or not
 * @param indexBuffer documents that wait for the index before the stream is held back
 */
public record WarningConfig(
        String bootstrapServers,
        String groupId,
        URI elasticsearch,
        Path models,
        Path regions,
        Path checkpoints,
        boolean resume,
        Duration checkpointInterval,
        Duration checkpointTimeout,
        String stateBackend,
        int parallelism,
        int webPort,
        int metricsPort,
        Duration outOfOrderness,
        Duration idleness,
        Duration maxDrift,
        Duration lateBound,
        int recentEvents,
        Duration coalesce,
        Duration keepAlerts,
        int bulkSize,
        Duration bulkDelay,
        int indexBuffer) {

    /** The settings where nothing is said. */
    public static final WarningConfig DEFAULTS = new WarningConfig(
            "127.0.0.1:9092",
            "zhiwei-warning",
            URI.create("http://127.0.0.1:9200"),
            Path.of("models/library"),
            Path.of("models/reference/regions.yaml"),
            Path.of("data/checkpoints"),
            true,
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            RunSettings.HASHMAP,
            1,
            8081,
            0,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofHours(6),
            Duration.ofHours(24),
            100_000,
            Duration.ofSeconds(1),
            Duration.ofDays(180),
            500,
            Duration.ofMillis(100),
            10_000);

    /** Refuses what cannot work. */
    public WarningConfig {
        Limits.servers(bootstrapServers, groupId, elasticsearch);
        new RunSettings(
                checkpoints,
                resume,
                checkpointInterval,
                checkpointTimeout,
                stateBackend,
                parallelism,
                webPort,
                metricsPort);
        Limits.require(!outOfOrderness.isNegative(), "out-of-orderness is negative: give 0s or more");
        Limits.positive("idleness", idleness);
        Limits.positive("max-drift", maxDrift);
        Limits.require(!lateBound.isNegative(), "late-bound is negative: give 0s or more");
        Limits.between("recent-events", recentEvents, 1, 10_000_000);
        Limits.positive("coalesce", coalesce);
        Limits.positive("keep-alerts", keepAlerts);
        Limits.between("bulk-size", bulkSize, 1, indexBuffer - 1);
        Limits.positive("bulk-delay", bulkDelay);
    }

    /**
     * Reads {@code --key value} arguments.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong and how to mend it
     */
    public static WarningConfig parse(String... arguments) {
        return Settings.of(arguments).read(WarningConfig.class, DEFAULTS);
    }

    /** Returns how the job runs. */
    public RunSettings run() {
        return new RunSettings(
                checkpoints,
                resume,
                checkpointInterval,
                checkpointTimeout,
                stateBackend,
                parallelism,
                webPort,
                metricsPort);
    }

    /** Returns the times that the graph goes by. */
    public Timing timing() {
        return new Timing(new EventWatermarks(outOfOrderness, idleness, maxDrift), lateBound, coalesce, keepAlerts);
    }
}
