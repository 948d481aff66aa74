package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that are published, tried in the shadow, promoted and taken back while a real job runs. */
class ModelVersionsITCase {

    private static final String MODEL = "medical-ads";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void changesAModelWithoutARestart() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Stand stand = Stand.start(folder)) {
            stand.startJob();
            assertThat(publish(stand, "ACTIVE", "wang").err()).contains("cannot approve it too");
            assertThat(publish(stand, "SHADOW", "li").out()).contains("version 2 is SHADOW");

            streamUntilJudged(stand, AlertDocument.SHADOW_INDEX);

            assertThat(versions(stand, AlertDocument.INDEX)).containsOnly(1);
            assertThat(versions(stand, AlertDocument.SHADOW_INDEX)).containsOnly(2);
            int judged = versions(stand, AlertDocument.INDEX).size();

            assertThat(decide(stand, "promote", MODEL, "2").out()).contains("version 2 is ACTIVE");
            streamUntilJudged(stand, AlertDocument.INDEX);

            assertThat(versions(stand, AlertDocument.INDEX)).hasSizeGreaterThanOrEqualTo(judged);

            assertThat(decide(stand, "rollback", MODEL).out()).contains("version 2 is RETIRED");
            assertThat(decide(stand, "promote", MODEL, "2").err()).contains("cannot become ACTIVE");
            assertThat(backtest(stand))
                    .containsPattern("as it is +alerts +[1-9]")
                    .contains("precision unknown");
            lines.addAll(List.of(command(stand, "history", MODEL).out().split("\\R")));
            assertThat(stand.servers().flink().hasRestarted()).isFalse();
        }
        assertThat(lines).anyMatch(line -> line.startsWith("v1  ACTIVE  library"));
        assertThat(lines).anyMatch(line -> line.startsWith("v2  RETIRED  by wang"));
    }

    /** A version comes into force some time after its command has ended: what is streamed before that is not its to judge. */
    private void streamUntilJudged(Stand stand, String index) throws Exception {
        long end = System.nanoTime() + Stand.PATIENCE.toNanos();
        do {
            stream(stand);
        } while (!versions(stand, index).contains(2) && System.nanoTime() < end);
        await().atMost(Stand.PATIENCE)
                .untilAsserted(() -> assertThat(versions(stand, index)).contains(2));
    }

    /** Streams advertisements; the same ones again are other sightings of the same creatives. */
    private void stream(Stand stand) throws Exception {
        EventSet all = Stand.advertisements(folder);
        try (Streaming streaming = stand.streaming(all, 0)) {
            streaming.start();
            await().atMost(Stand.PATIENCE).until(streaming::isOver);
        }
        stand.awaitAssessed();
        await().atMost(Stand.PATIENCE)
                .until(() -> !stand.documents(AlertDocument.INDEX).isEmpty());
    }

    private static CommandLineOutput publish(Stand stand, String state, String approver) {
        return command(
                stand,
                "publish",
                MODEL,
                "--set",
                "minPages=6",
                "--author",
                "wang",
                "--approver",
                approver,
                "--reason",
                "a campaign of flyers",
                "--state",
                state);
    }

    /** What the topics hold by now, with nobody's decision about it. */
    private static String backtest(Stand stand) {
        return CommandLineOutput.of("backtest", MODEL, "--brokers", stand.bootstrapServers(), "--set", "minPages=6")
                .out();
    }

    private static CommandLineOutput decide(Stand stand, String... what) {
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("--by", "wang", "--approver", "li", "--reason", "as agreed"));
        return command(stand, arguments.toArray(String[]::new));
    }

    private static CommandLineOutput command(Stand stand, String... what) {
        List<String> arguments = new ArrayList<>(List.of("models"));
        arguments.addAll(List.of(what));
        arguments.addAll(List.of("--brokers", stand.bootstrapServers()));
        return CommandLineOutput.of(arguments.toArray(String[]::new));
    }

    private static List<Integer> versions(Stand stand, String index) throws IOException {
        List<Integer> versions = new ArrayList<>();
        for (JsonNode document : stand.documents(index).values()) {
            JsonNode model = document.path("_source").path("model");
            assertThat(model.path("id").asText().toLowerCase(Locale.ROOT)).isEqualTo(MODEL);
            versions.add(model.path("version").asInt());
        }
        return versions;
    }
}
