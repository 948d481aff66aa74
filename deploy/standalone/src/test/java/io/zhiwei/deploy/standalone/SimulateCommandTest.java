package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.trial.EventFile;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    /** A day is too short for fund-raising; signals are what the signal job makes of reports. */
    private static final Set<String> NOT_SIMULATED = Set.of(
            "fund-flows",
            "investment-contracts",
            "payouts",
            "referrals",
            "enterprise-signs",
            "fundraising-complaints",
            "signals");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    private Path folder;

    @Test
    void writesFilesThatARunReads() throws IOException {
        Path city = folder.resolve("city");

        CommandLineOutput output = simulate("--days", "1", "--seed", "4", "--scale", "0.01", "--out", city.toString());

        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.err()).contains("day 1 of 1");
        assertThat(output.out()).contains("sales", "schemes of");
        assertThat(Files.readString(city.resolve("truth.ndjson"))).contains("\"kind\":\"DS-12\"");
        for (EventStream stream : EventStream.all()) {
            if (NOT_SIMULATED.contains(stream.topic())) {
                continue;
            }
            List<EventFile.Row> rows =
                    new EventFile(city.resolve(stream.topic() + ".ndjson"), stream, Instant.EPOCH).rows();
            assertThat(rows).as(stream.topic()).isNotEmpty();
            assertThat(rows.stream().map(EventFile.Row::problem).distinct().toList())
                    .as(stream.topic())
                    .containsExactly("");
        }
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("old.txt"), "old");

        CommandLineOutput output = simulate("--days", "1", "--seed", "4", "--out", folder.toString());

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("is not empty. Name a new folder, or empty it first.");
    }

    @Test
    void saysWhichDaysCanBeSimulated() {
        CommandLineOutput output = simulate(
                "--days", "0", "--seed", "4", "--out", folder.resolve("city").toString());

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("--days is 1 to 3660, not 0.");
    }

    private static CommandLineOutput simulate(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "simulate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLineOutput.of(all);
    }
}
