package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.EventFile;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.generic.IndexedRecord;

/**
 * Events of the past in order, and what is true of them once they have been taken.
 *
 * @param events the events
 * @param truth what is true; empty where nobody knows
 */
record History(Iterator<Past> events, Supplier<List<SchemeTruth>> truth) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event of a stream, and its time. */
    record Past(String topic, IndexedRecord event, Instant time) {}

    /** Simulates a city on the way. */
    static History ofCity(Settings settings) {
        Simulation simulation = Simulation.of(settings);
        Map<String, MessageReader<IndexedRecord>> readers = new HashMap<>();
        return new History(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return simulation.hasNext();
                    }

                    @Override
                    public Past next() {
                        Happening happening = simulation.next();
                        return new Past(happening.stream().topic(), decoded(happening, readers), happening.arrival());
                    }
                },
                simulation::truth);
    }

    /** Returns an event as the job decodes it: times and days as numbers. */
    private static IndexedRecord decoded(Happening happening, Map<String, MessageReader<IndexedRecord>> readers) {
        if (happening.stream().topic().equals(Feed.REGISTRY)) {
            return happening.record();
        }
        try {
            return readers.computeIfAbsent(
                            happening.stream().topic(),
                            topic -> MessageReader.generic(happening.stream().schema()))
                    .read(SingleObject.encode(happening.record()));
        } catch (RefusedMessageException e) {
            throw new IllegalStateException("A simulated event cannot be read", e);
        }
    }

    /** Reads the files of the streams that a model reads; the registry comes first, then everything by its time. */
    static History ofFiles(Path folder, Model model) throws IOException {
        List<Past> all = new ArrayList<>();
        for (String topic : model.topics()) {
            Path file = folder.resolve(topic + ".ndjson");
            if (Files.exists(file)) {
                add(file, EventStream.ofTopic(topic), all);
            }
        }
        if (all.isEmpty()) {
            throw new Refusal(folder + " holds none of the files " + model.topics() + " with .ndjson.");
        }
        all.sort(Comparator.comparing(Past::time));
        List<SchemeTruth> truth = truth(folder.resolve("truth.ndjson"));
        return new History(all.iterator(), () -> truth);
    }

    private static void add(Path file, EventStream stream, List<Past> all) throws IOException {
        for (EventFile.Row row : new EventFile(file, stream, Instant.EPOCH).rows()) {
            IndexedRecord event = row.event();
            if (event == null) {
                throw new Refusal(row.where() + ": " + row.problem());
            }
            all.add(new Past(stream.topic(), event, Instant.ofEpochMilli((Long) event.get(stream.timeField()))));
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
                        Instant.EPOCH,
                        Instant.EPOCH,
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
