package io.zhiwei.deploy.simulator.file;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.deploy.simulator.Simulation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The files of a simulated city: {@code <topic>.ndjson} for every topic that has events, in the order of their arrival;
 * {@code truth.ndjson}, one scheme a line; {@code look-alikes.ndjson}, one lawful look-alike a line.
 */
public final class SimulationFiles {

    private static final int BUFFER = 1 << 18;

    private final JsonFactory factory = new JsonFactory();
    private final AvroJson avro = new AvroJson();
    private final Path folder;

    /** Names the folder; it is made where it does not exist. */
    public SimulationFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes every event of a simulation and writes it.
     *
     * @param simulation the simulation
     * @param progress is told the days that are behind, after each
     * @return events by topic
     */
    public Map<String, Long> write(Simulation simulation, IntConsumer progress) throws IOException {
        Files.createDirectories(folder);
        Map<String, JsonGenerator> files = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        try (JsonGenerator lookAlikes = open("look-alikes")) {
            int told = 0;
            while (simulation.hasNext()) {
                Happening happening = simulation.next();
                String topic = happening.stream().topic();
                JsonGenerator file = files.get(topic);
                if (file == null) {
                    file = open(topic);
                    files.put(topic, file);
                }
                avro.write(happening.record(), file);
                counts.merge(topic, 1L, Long::sum);
                if (!happening.mark().lookAlike().isEmpty()) {
                    lookAlike(happening, lookAlikes);
                }
                if (simulation.daysLived() > told) {
                    told = simulation.daysLived();
                    progress.accept(told);
                }
            }
            truth(simulation);
            return counts;
        } finally {
            for (JsonGenerator file : files.values()) {
                file.close();
            }
        }
    }

    private JsonGenerator open(String name) throws IOException {
        JsonGenerator json = factory.createGenerator(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".ndjson")), BUFFER),
                JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return json;
    }

    private static void lookAlike(Happening happening, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", happening.mark().lookAlike());
        json.writeStringField("topic", happening.stream().topic());
        json.writeStringField("eventId", happening.id());
        json.writeEndObject();
    }

    private void truth(Simulation simulation) throws IOException {
        try (JsonGenerator json = open("truth")) {
            for (SchemeTruth scheme : simulation.truth()) {
                json.writeStartObject();
                json.writeStringField("schemeId", scheme.schemeId());
                json.writeStringField("model", scheme.model());
                json.writeStringField("kind", scheme.kind());
                json.writeStringField("subjectKind", scheme.subjectKind());
                json.writeStringField("subjectKey", scheme.subjectKey());
                json.writeStringField("firstTime", scheme.firstTime().toString());
                json.writeStringField("lastTime", scheme.lastTime().toString());
                texts("eventIds", scheme.eventIds(), json);
                texts("also", scheme.also(), json);
                json.writeEndObject();
            }
        }
    }

    private static void texts(String name, Iterable<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
