package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkSettingsTest {

    private final Path folder;

    FlinkSettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void allowsNeitherKryoNorUnnamedOperators() throws IOException {
        Configuration flink = FlinkSettings.of(config());

        assertThat(flink.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(flink.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(flink.get(PipelineOptions.OBJECT_REUSE)).isTrue();
    }

    @Test
    void survivesFailedCheckpoints() throws IOException {
        assertThat(FlinkSettings.of(config()).get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void moreInstancesHaveMoreMemoryToExchangeRecords() throws IOException {
        WarningConfig four = WarningConfig.parse("--parallelism", "4", "--checkpoints", folder.toString());

        assertThat(FlinkSettings.of(four).get(TaskManagerOptions.NETWORK_MEMORY_MIN))
                .isEqualTo(MemorySize.ofMebiBytes(640))
                .isEqualTo(FlinkSettings.of(four).get(TaskManagerOptions.NETWORK_MEMORY_MAX));
        assertThat(FlinkSettings.of(config()).get(TaskManagerOptions.NETWORK_MEMORY_MIN))
                .isEqualTo(MemorySize.ofMebiBytes(64));
    }

    @Test
    void startsAfreshWhereThereIsNoCheckpoint() throws IOException {
        assertThat(FlinkSettings.of(config()).getOptional(StateRecoveryOptions.SAVEPOINT_PATH))
                .isEmpty();
    }

    @Test
    void resumesFromTheNewestCompleteCheckpoint() throws IOException {
        checkpoint("old-job/chk-9", 1_000);
        Path newest = checkpoint("new-job/chk-3", 2_000);
        Files.createDirectories(folder.resolve("new-job/chk-4"));
        Files.createDirectories(folder.resolve("new-job/shared"));
        Files.createFile(
                Files.createDirectories(folder.resolve("new-job/chk-5")).resolve("_metadata"));

        Configuration flink = FlinkSettings.of(config());

        assertThat(LatestCheckpoint.in(folder)).contains(newest);
        assertThat(flink.get(StateRecoveryOptions.SAVEPOINT_PATH)).isEqualTo("file://" + newest);
    }

    @Test
    void findsFoldersWithSpacesAgain() throws IOException {
        Configuration flink = FlinkSettings.of(WarningConfig.parse("--checkpoints", folder + "/a b"));

        var asFlinkSeesIt = new org.apache.flink.core.fs.Path(flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY));

        assertThat(asFlinkSeesIt.getPath()).isEqualTo(folder + "/a b");
    }

    @Test
    void startsAfreshWhenTold() throws IOException {
        checkpoint("job/chk-1", 1_000);

        Configuration flink = FlinkSettings.of(config("--resume", "false"));

        assertThat(flink.getOptional(StateRecoveryOptions.SAVEPOINT_PATH)).isEmpty();
    }

    @Test
    void showsItsPageToThisMachineOnly() throws IOException {
        Configuration flink = FlinkSettings.of(config("--web-port", "8085"));

        assertThat(flink.get(RestOptions.PORT)).isEqualTo(8085);
        assertThat(flink.get(RestOptions.BIND_ADDRESS)).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsTheFiguresOfItsPageFresh() throws IOException {
        assertThat(FlinkSettings.of(config("--web-port", "8085")).get(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void opensThePrometheusPortWhenTold() throws IOException {
        assertThat(FlinkSettings.of(config("--metrics-port", "9249")).toMap())
                .containsEntry("metrics.reporter.prom.port", "9249");
        assertThat(FlinkSettings.of(config()).toMap()).doesNotContainKey("metrics.reporter.prom.port");
    }

    private WarningConfig config(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--checkpoints";
        arguments[1] = folder.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return WarningConfig.parse(arguments);
    }

    private Path checkpoint(String name, long time) throws IOException {
        Path chk = Files.createDirectories(folder.resolve(name));
        Path metadata = Files.writeString(chk.resolve("_metadata"), "x");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(time));
        return chk;
    }
}
