package io.zhiwei.deploy.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes a city's events, one JSON object a line, one file a stream, and what is true of them. */
public final class EventWriter implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;
    private final Map<String, BufferedWriter> files = new TreeMap<>();

    /** Makes files in a folder, which is made if it is not there. */
    public EventWriter(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes an event. */
    public void write(Arrival arrival) throws IOException {
        BufferedWriter file = file(arrival.topic());
        // The generator closes nothing: the file goes on.
        try (JsonGenerator json = JSON.createGenerator(file).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            record(json, arrival.event());
        }
        file.write('\n');
    }

    /** Writes what is true. */
    public void write(Scheme scheme) throws IOException {
        BufferedWriter file = file("truth");
        try (JsonGenerator json = JSON.createGenerator(file).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("scheme", scheme.id());
            json.writeStringField("model", scheme.model());
            json.writeStringField("kind", scheme.kind());
            json.writeStringField("subjectKind", scheme.subjectKind());
            json.writeStringField("subject", scheme.subject());
            json.writeArrayFieldStart("events");
            for (String event : scheme.events()) {
                json.writeString(event);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        file.write('\n');
    }

    private BufferedWriter file(String name) {
        return files.computeIfAbsent(name, key -> {
            try {
                return Files.newBufferedWriter(folder.resolve(key + ".ndjson"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void record(JsonGenerator json, IndexedRecord record) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.writeFieldName(field.name());
                value(json, value);
            }
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof Collection<?> members) {
            json.writeStartArray();
            for (Object member : members) {
                value(json, member);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof IndexedRecord record) {
            record(json, record);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter file : files.values()) {
            file.close();
        }
    }
}
