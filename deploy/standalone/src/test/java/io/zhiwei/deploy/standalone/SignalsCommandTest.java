package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalsCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    private Path folder;

    @Test
    void countsTheTestStreamOfTheSpecification() throws IOException {
        Path file = file(
                "reports.csv",
                "id,drug,pt",
                "R1,A,X",
                "R2,A,X",
                "R2,A,Y",
                "R2,B,X",
                "R2,B,Y",
                "R2,B,Y",
                "R3,B,Y",
                "R4,C,X",
                "R5,A,Z",
                "R6,C,Z",
                "R6,C,Y");

        CommandLineOutput output = signals(file, "--json");

        assertThat(output.exitCode()).isZero();
        List<JsonNode> lines = lines(output);
        JsonNode pair = lines.stream()
                .filter(line -> line.path("product").asText().equals("A")
                        && line.path("event").asText().equals("X"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.path("n").asInt()).isEqualTo(2);
        assertThat(pair.path("expected").asDouble()).isEqualTo(1.5);
        assertThat(pair.path("prr").asDouble()).isEqualTo(2);
        assertThat(pair.path("ic").asDouble()).isBetween(0.32192, 0.32193);
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("reports").asInt()).isEqualTo(6);
        assertThat(last.path("products").asInt()).isEqualTo(3);
        assertThat(last.path("events").asInt()).isEqualTo(3);
        assertThat(last.path("pairs").asInt()).isEqualTo(lines.size() - 1);
    }

    @Test
    void pairsProductsAndEventsOfDifferentFilesWithinAReport() throws IOException {
        Path drugs = file("drugs.csv", "id,drug", "1,A", "1,B", "2,A");
        Path reactions = file("reactions.csv", "id,pt", "1,X", "2,Y", "2,X");
        Path particulars = file("particulars.csv", "id,day", "1,20260105", "2,2026-02", "3,31/12/2026");

        CommandLineOutput output = CommandLineOutput.of(
                "signals",
                "--reports",
                drugs.toString(),
                reactions.toString(),
                particulars.toString(),
                "--case",
                "id",
                "--product",
                "drug",
                "--event",
                "pt",
                "--date",
                "day");

        assertThat(output.out())
                .contains("2 reports from", "2 products, 2 events, 3 pairs")
                .contains("2026-01-05 to 2026-02-01");
        assertThat(output.err())
                .contains("particulars.csv: 1 rows have no readable date")
                .contains("line 4");
    }

    @Test
    void leavesOutIncompleteRowsAndSaysSo() throws IOException {
        CommandLineOutput output = signals(file("reports.csv", "id,drug,pt", "1,A,X", "2,,X", ",A,X"));

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).contains("1 reports, 1 products, 1 events, 1 pairs");
        assertThat(output.err())
                .contains("2 rows lack report, product or event")
                .contains("line 3");
    }

    @Test
    void writesEveryPairToACsvFile() throws IOException {
        Path out = folder.resolve("out.csv");

        signals(file("reports.csv", "id,drug,pt", "1,\"A, with a comma\",X", "2,B,X"), "--csv", out.toString());

        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .first()
                .isEqualTo("product,event,n,expected,rr,prr,ror,ror025,ror975,chi2,ic,ic025,ic975,ebgm,eb05,eb95");
        assertThat(Files.readString(out)).contains("\"A, with a comma\"");
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        CommandLineOutput output = CommandLineOutput.of(
                "signals",
                "--reports",
                file("reports.csv", "id,drug,pt", "1,A,X").toString(),
                "--case",
                "ids",
                "--product",
                "drug",
                "--event",
                "pt");

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("no column 'ids' (--case)").contains("Did you mean 'id'?");
    }

    @Test
    void namesTheLineThatIsNoRow() throws IOException {
        CommandLineOutput output = signals(file("reports.csv", "id,drug,pt", "1,A,X", "2,B,X,more"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("reports.csv:3");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        CommandLineOutput output = signals(file("reports.csv"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("is empty");
    }

    private CommandLineOutput signals(Path file, String... more) {
        return CommandLineOutput.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "signals",
                                "--reports",
                                file.toString(),
                                "--case",
                                "id",
                                "--product",
                                "drug",
                                "--event",
                                "pt"),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> lines(CommandLineOutput output) {
        ObjectMapper mapper = new ObjectMapper();
        return output.out().lines().map(line -> read(mapper, line)).toList();
    }

    private static JsonNode read(ObjectMapper mapper, String line) {
        try {
            return mapper.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
