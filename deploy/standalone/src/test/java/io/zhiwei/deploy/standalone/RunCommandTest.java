package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What run refuses before it starts anything: one sentence, exit code 2. */
class RunCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Ports ports = new Ports(0, 0, 0, 0, 0);

    @BeforeEach
    void findPorts() {
        ports = Ports.free();
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(ports.elasticsearch(), 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    run(),
                    "Port " + taken.getLocalPort() + ", meant for Elasticsearch, is taken."
                            + " Stop what listens there or choose another with --elasticsearch-port.");
        }
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.tsv");

        assertRefused(run("--events", file.toString()), file + " does not exist.");
    }

    @Test
    void aFolder() {
        assertRefused(run("--events", folder.toString()), folder + " is a folder. Name the files in it.");
    }

    @Test
    void aFileOfAnotherEncoding() throws IOException {
        Path file = Files.write(folder.resolve("gb.tsv"), "text\n治愈\n".getBytes(Charset.forName("GB18030")));

        assertRefused(run("--events", file.toString()), file + " is not UTF-8. Convert it first.");
    }

    @Test
    void aTableWithoutAnyKnownColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("other.tsv"), "a\tb\n1\t2\n");

        CommandLineOutput refused = run("--events", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).startsWith(file + ": no column of the header is a field of advertisements.");
    }

    @Test
    void aFileWithoutAGoodRow() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ndjson"), "{\"views\": \"many\"}\n");

        CommandLineOutput refused = run("--events", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualToNormalizingNewlines(
                        "No row can be used. The first: bad.ndjson:1: 'views' is a whole number," + " not 'many'.\n");
    }

    @Test
    void aSpeedThatIsNone() {
        assertRefused(run("--speed", "0"), "--speed is 0.0. Give a number of events a second above 0.");
    }

    @Test
    void anUnknownOption() {
        assertThat(run("--fast").exitCode()).isEqualTo(2);
    }

    private CommandLineOutput run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--until-done",
                "--data",
                folder.resolve("data").toString(),
                "--kafka-port",
                Integer.toString(ports.kafka()),
                "--elasticsearch-port",
                Integer.toString(ports.elasticsearch()),
                "--web-port",
                Integer.toString(ports.web()),
                "--console-port",
                Integer.toString(ports.console())));
        arguments.addAll(List.of(more));
        return CommandLineOutput.of(arguments.toArray(String[]::new));
    }

    private static void assertRefused(CommandLineOutput output, String sentence) {
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).isEqualToNormalizingNewlines(sentence + "\n");
    }
}
