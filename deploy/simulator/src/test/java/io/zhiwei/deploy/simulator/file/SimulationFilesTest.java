package io.zhiwei.deploy.simulator.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SaleEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files: Avro's own reader reads them, and they are the same each time. */
class SimulationFilesTest {

    private static final Settings SETTINGS = Settings.of(2, 3, 0.01);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void avroReadsWhatWasWritten() throws IOException {
        Map<String, Long> counts = new SimulationFiles(folder).write(Simulation.of(SETTINGS), day -> {});

        List<String> lines = Files.readAllLines(folder.resolve("sales.ndjson"));
        Simulation again = Simulation.of(SETTINGS);
        int read = 0;
        while (again.hasNext()) {
            Happening happening = again.next();
            if (happening.record() instanceof SaleEvent expected) {
                assertThat(sale(lines.get(read++))).isEqualTo(expected);
            }
        }
        assertThat(lines).hasSize(read);
        assertThat(counts).containsEntry("sales", (long) read);
    }

    private static SaleEvent sale(String line) throws IOException {
        var schema = EventStream.ofTopic("sales").schema();
        return new SpecificDatumReader<SaleEvent>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, line));
    }

    @Test
    void equalSettingsGiveEqualBytes() throws IOException {
        new SimulationFiles(folder.resolve("one")).write(Simulation.of(SETTINGS), day -> {});
        new SimulationFiles(folder.resolve("two")).write(Simulation.of(SETTINGS), day -> {});

        for (String name : List.of("sales", "registry", "prescriptions", "truth", "look-alikes", "temperatures")) {
            assertThat(folder.resolve("one").resolve(name + ".ndjson"))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(name + ".ndjson"));
        }
    }
}
