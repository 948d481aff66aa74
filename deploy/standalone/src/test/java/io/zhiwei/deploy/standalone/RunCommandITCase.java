package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user gives it. */
class RunCommandITCase {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void streamsTheGoodRowsListsTheWrongOnesAndEndsWithTheTable() throws Exception {
        Ports ports = Ports.free();
        Path events = Files.writeString(folder.resolve("events.tsv"), """
                adId\ttext\tviews\tsource
                a\t祖传秘方，根治糖尿病，三个疗程彻底治愈，无效退款\t10\tx
                b\t东湖特产米酒，口感香甜，欢迎选购\t10\tx
                c\t米酒\tmany\tx
                """);

        CommandLineOutput output = CommandLineOutput.of(
                "run",
                "--until-done",
                "--events",
                events.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--kafka-port",
                Integer.toString(ports.kafka()),
                "--elasticsearch-port",
                Integer.toString(ports.elasticsearch()),
                "--web-port",
                Integer.toString(ports.web()),
                "--console-port",
                Integer.toString(ports.console()));

        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .contains("Columns that are no fields are ignored: source")
                .contains("events.tsv:4: 'views' is a whole number, not 'many'.")
                .contains(ports.elasticsearchUrl())
                .contains("根治糖尿病")
                .containsPattern("medical-ads +.* 1\\n")
                .contains("dead letters 死信: 0")
                .doesNotContain("Not searchable");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("data/logs/job.log")).exists();
        ports.requireFree();
    }
}
