package io.zhiwei.deploy.standalone;

import io.zhiwei.models.trial.EventFile;
import io.zhiwei.models.trial.Trial.LabelledEvent;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;

/** Events with the label of each: from a file of one's own, or the demonstration set. */
final class LabelledCases {

    private LabelledCases() {}

    /**
     * Reads a table whose column {@code label} is 1 for a violation and 0 for a legal event.
     *
     * @throws Refusal that names the row and what is wrong with it
     */
    static List<LabelledEvent> ofFile(Path file, EventStream stream) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal(file + " cannot be read. Check the name and its permissions.");
        }
        return read(file, stream, LabelledCases::label);
    }

    /** Reads the advertisements of the demonstration with what is true of them. */
    static List<LabelledEvent> ofDemonstration(EventStream stream) throws IOException {
        Path folder = Files.createTempDirectory("zhiwei-demonstration");
        Path file = Demonstration.advertisements(folder);
        try {
            Truth truth = Demonstration.truth();
            return read(file, stream, row -> truth.isViolating(row.cells().getOrDefault("adId", "")));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static List<LabelledEvent> read(Path file, EventStream stream, Function<EventFile.Row, Boolean> label)
            throws IOException {
        List<LabelledEvent> events = new ArrayList<>();
        for (EventFile.Row row : new EventFile(file, stream, Instant.now()).rows()) {
            GenericRecord event = row.event();
            if (event == null) {
                throw new Refusal(row.where() + ": " + row.problem());
            }
            events.add(
                    new LabelledEvent(row.where(), label.apply(row), row.cells().getOrDefault("text", ""), event));
        }
        return events;
    }

    private static boolean label(EventFile.Row row) {
        String label = row.cells().getOrDefault("label", "");
        if (!label.equals("0") && !label.equals("1")) {
            throw new Refusal(row.where() + ": 'label' must be 1 or 0, not '" + label + "'.");
        }
        return label.equals("1");
    }
}
