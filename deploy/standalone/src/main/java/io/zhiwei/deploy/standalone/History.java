package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.EventFile;
import io.zhiwei.models.trial.PastEvent;
import io.zhiwei.models.trial.Period;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.IndexedRecord;

/**
 * Events of the past in order, and what is true of them once they have been taken.
 *
 * @param events the events
 * @param truth what is true; empty where nobody knows
 */
record History(Iterator<PastEvent> events, Supplier<List<SchemeTruth>> truth) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the events that matter to alerts of a model which begin in a period. */
    Iterator<PastEvent> during(Period period, Model model) {
        Iterable<PastEvent> all = () -> events;
        return StreamSupport.stream(all.spliterator(), false)
                .filter(event -> period.needs(event, model))
                .iterator();
    }

    /** Simulates a city on the way. */
    static History ofCity(Settings settings) {
        Simulation simulation = Simulation.of(settings);
        return new History(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return simulation.hasNext();
                    }

                    @Override
                    public PastEvent next() {
                        Happening happening = simulation.next();
                        return new PastEvent(happening.stream().topic(), happening.record(), happening.arrival());
                    }
                },
                simulation::truth);
    }

    /** Reads the files of the streams that a model reads; the registry comes first, then everything by its time. */
    static History ofFiles(Path folder, Model model) throws IOException {
        List<PastEvent> all = new ArrayList<>();
        for (String topic : model.topics()) {
            Path file = folder.resolve(topic + ".ndjson");
            if (Files.exists(file)) {
                add(file, EventStream.ofTopic(topic), all);
            }
        }
        if (all.isEmpty()) {
            throw new Refusal(folder + " holds none of the files " + model.topics() + " with .ndjson.");
        }
        all.sort(Comparator.comparing(PastEvent::time));
        List<SchemeTruth> truth = truth(folder.resolve("truth.ndjson"));
        return new History(all.iterator(), () -> truth);
    }

    private static void add(Path file, EventStream stream, List<PastEvent> all) throws IOException {
        for (EventFile.Row row : new EventFile(file, stream, Instant.EPOCH).rows()) {
            IndexedRecord event = row.event();
            if (event == null) {
                throw new Refusal(row.where() + ": " + row.problem());
            }
            all.add(new PastEvent(stream.topic(), event, Instant.ofEpochMilli((Long) event.get(stream.timeField()))));
        }
    }

    private static List<SchemeTruth> truth(Path file) throws IOException {
        List<SchemeTruth> truth = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode json = JSON.readTree(line);
                truth.add(new SchemeTruth(
                        json.path("schemeId").asText(),
                        json.path("model").asText(),
                        json.path("kind").asText(),
                        json.path("subjectKind").asText(),
                        json.path("subjectKey").asText(),
                        Instant.parse(json.path("firstTime").asText()),
                        Instant.parse(json.path("lastTime").asText()),
                        texts(json.path("eventIds")),
                        texts(json.path("also"))));
            }
        }
        return truth;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(member -> texts.add(member.asText()));
        return texts;
    }
}
