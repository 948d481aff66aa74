package io.zhiwei.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsItself() {
        assertThat(run("bench", "--help")).isZero();
        assertThat(out.toString()).contains("--json", "--events", "--pairs", "--latency-seconds", "--screening");
    }

    @Test
    void refusesWhatCannotBeMeasuredInOneSentence() {
        assertThat(run("bench", "--screening", "--pairs", "0")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("--pairs is 0: give 3 or more");
    }

    private int run(String... arguments) {
        CommandLine line = Bench.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
