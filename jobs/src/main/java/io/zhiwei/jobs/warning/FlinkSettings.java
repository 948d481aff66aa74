package io.zhiwei.jobs.warning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink's own settings, made from the job's. */
public final class FlinkSettings {

    private static final Logger LOGGER = LoggerFactory.getLogger(FlinkSettings.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int RETAINED_CHECKPOINTS = 2;
    private static final MemorySize ROCKSDB_CACHE = MemorySize.ofMebiBytes(512);
    /** For each pair of instances that exchange records: with Flink's 64 MB for all, four instances do not even start. */
    private static final int NETWORK_MEBIBYTES = 64;

    private static final int MOST_NETWORK_MEBIBYTES = 1024;
    /** With Flink's 4 KB a checkpoint of a gigabyte asks the system a quarter of a million times. */
    private static final int CHECKPOINT_BUFFER = 1 << 20;

    private static final Duration CHECKPOINT_PAUSE = Duration.ofSeconds(1);
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(20);
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(200);
    /** Each time, every counter of every task is gathered: twice a second took a tenth of a small machine. */
    private static final Duration PAGE_REFRESH = Duration.ofSeconds(1);

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
    private static final Duration LONGEST_RESTART = Duration.ofMinutes(1);
    private static final String PROMETHEUS = "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

    private FlinkSettings() {}

    /** Returns the settings under which the job runs, so that whoever measures it measures it as it is. */
    public static Configuration of(WarningConfig config) throws IOException {
        return of(config.run());
    }

    /** Returns the settings under which a job runs. */
    public static Configuration of(RunSettings config) throws IOException {
        Configuration flink = types();
        flink.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        exchange(config, flink);
        state(config, flink);
        checkpoints(config, flink);
        restarts(flink);
        if (config.webPort() > 0) {
            flink.set(RestOptions.PORT, config.webPort());
            flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
            flink.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, PAGE_REFRESH);
        }
        if (config.metricsPort() > 0) {
            flink.setString("metrics.reporter.prom.factory.class", PROMETHEUS);
            flink.setString("metrics.reporter.prom.port", Integer.toString(config.metricsPort()));
        }
        return flink;
    }

    /** Returns where a job runs: in this JVM with a page of its own, or where it was submitted. */
    public static StreamExecutionEnvironment environment(RunSettings config) throws IOException {
        Configuration flink = of(config);
        LOGGER.info(
                "resume checkpoint={}",
                flink.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).orElse("none"));
        return config.webPort() > 0
                ? StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink)
                : StreamExecutionEnvironment.getExecutionEnvironment(flink);
    }

    /** No type falls back to Kryo, every operator has its uid. */
    static Configuration types() {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        return flink;
    }

    private static void exchange(RunSettings config, Configuration flink) {
        int pairs = config.parallelism() * (config.parallelism() + 1) / 2;
        MemorySize memory = MemorySize.ofMebiBytes(Math.min(pairs * NETWORK_MEBIBYTES, MOST_NETWORK_MEBIBYTES));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, memory);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, memory);
    }

    /**
     * Beside the heap, RocksDB caches in memory of its own; of a checkpoint it only writes what has changed. Half of what an entity
     * is asked for is not there: a filter knows that without looking.
     */
    private static void state(RunSettings config, Configuration flink) {
        flink.set(StateBackendOptions.STATE_BACKEND, config.stateBackend());
        if (config.stateBackend().equals(RunSettings.ROCKSDB)) {
            flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
            flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_CACHE);
            flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        }
    }

    /** A checkpoint that fails is no reason to stop: an index or a broker may be away for minutes. */
    private static void checkpoints(RunSettings config, Configuration flink) throws IOException {
        Path folder = config.checkpoints().toAbsolutePath();
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, address(folder));
        flink.set(CheckpointingOptions.FS_WRITE_BUFFER_SIZE, CHECKPOINT_BUFFER);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
        flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, config.checkpointTimeout());
        flink.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, CHECKPOINT_PAUSE);
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        Optional<Path> latest = config.resume() ? LatestCheckpoint.in(folder) : Optional.empty();
        latest.ifPresent(path -> {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, address(path));
            flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    }

    /** Not a URI: Flink takes an address as it stands, and would look for a folder with %20 in its name. */
    private static String address(Path folder) {
        return "file://" + folder;
    }

    private static void restarts(Configuration flink) {
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_RESTART);
    }
}
