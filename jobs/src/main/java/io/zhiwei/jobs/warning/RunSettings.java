package io.zhiwei.jobs.warning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How any of the jobs runs.
 *
 * @param checkpoints folder of the checkpoints
 * @param resume whether to go on from the newest complete checkpoint in that folder
 * @param checkpointInterval time between checkpoints
 * @param checkpointTimeout time after which a checkpoint is given up
 * @param stateBackend {@link #HASHMAP} or {@link #ROCKSDB}
 * @param parallelism parallel instances of every operator
 * @param webPort port of Flink's web page; 0 runs in the environment that submitted the job
 * @param metricsPort port where Prometheus reads the metrics; 0 is off
 */
public record RunSettings(
        Path checkpoints,
        boolean resume,
        Duration checkpointInterval,
        Duration checkpointTimeout,
        String stateBackend,
        int parallelism,
        int webPort,
        int metricsPort) {

    /** Keeps state in the heap: fast, as large as the heap. */
    public static final String HASHMAP = "hashmap";

    /** Keeps state on the local disk and saves what has changed: slower, as large as the disk. */
    public static final String ROCKSDB = "rocksdb";

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PARALLELISM = 128;

    /** Refuses what cannot work. */
    public RunSettings {
        Limits.positive("checkpoint-interval", checkpointInterval);
        Limits.positive("checkpoint-timeout", checkpointTimeout);
        Limits.require(
                List.of(HASHMAP, ROCKSDB).contains(stateBackend),
                "state-backend is '" + stateBackend + "': give " + HASHMAP + " or " + ROCKSDB);
        Limits.between("parallelism", parallelism, 1, MAX_PARALLELISM);
        Limits.between("web-port", webPort, 0, MAX_PORT);
        Limits.between("metrics-port", metricsPort, 0, MAX_PORT);
    }
}
