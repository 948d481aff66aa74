package io.zhiwei.models.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.schemas.EventStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of events: a table with tabs and a header of field names, or one JSON object a line (plain, or in Avro's JSON
 * encoding). Where a row names no identifier it gets {@code file:line}; where it names no time, the given one.
 */
public final class EventFile {

    private static final String JSON_SEPARATOR = "\u001F";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final EventStream stream;
    private final Instant otherwise;
    private final Set<String> ignored = new LinkedHashSet<>();

    /**
     * Names a file.
     *
     * @param path the file; {@code .tsv} is a table, anything else is JSON
     * @param stream stream whose events it holds
     * @param otherwise event time of rows without one
     */
    public EventFile(Path path, EventStream stream, Instant otherwise) {
        this.path = path;
        this.stream = stream;
        this.otherwise = otherwise;
    }

    /**
     * A row of the file.
     *
     * @param where file name and line
     * @param cells texts by column, also of columns that the schema does not know
     * @param event the event; null where the row is wrong
     * @param problem what is wrong, empty where nothing is
     */
    public record Row(
            String where,
            Map<String, String> cells,
            @Nullable GenericRecord event,
            String problem) {}

    /**
     * Reads all rows; a wrong one does not stop the others.
     *
     * @throws IOException if the file cannot be read as text, with what to do
     */
    public List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean table = path.toString().endsWith(".tsv");
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String[] header = table ? header(reader.readLine()) : new String[0];
            int number = table ? 1 : 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(table ? tableRow(header, line, number) : jsonRow(line, number));
                }
            }
        } catch (MalformedInputException e) {
            throw new IOException(path + " is not UTF-8. Convert it first.", e);
        }
        return rows;
    }

    /** Returns the columns that no field of the schema has the name of. */
    public Set<String> ignoredColumns() {
        return ignored;
    }

    private String[] header(@Nullable String line) throws IOException {
        if (line == null) {
            throw new IOException(path + " is empty. Its first line names the fields, separated by tabs.");
        }
        String[] names = (line.startsWith("\uFEFF") ? line.substring(1) : line).split("\t", -1);
        boolean known = false;
        for (String name : names) {
            if (stream.schema().getField(name) == null) {
                ignored.add(name);
            } else {
                known = true;
            }
        }
        if (!known) {
            throw new IOException(path + ": no column of the header is a field of " + stream.topic() + ". Known: "
                    + stream.schema().getFields().stream()
                            .map(Schema.Field::name)
                            .toList() + ".");
        }
        return names;
    }

    private Row tableRow(String[] header, String line, int number) {
        String[] cells = line.split("\t", -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(header.length, cells.length); i++) {
            values.put(header[i], cells[i]);
        }
        if (cells.length > header.length) {
            return new Row(
                    where(number),
                    values,
                    null,
                    cells.length + " cells under " + header.length + " names. A tab inside a text must go.");
        }
        return row(values, number, () -> {
            Map<String, String> complete = new HashMap<>(otherwise(number));
            values.forEach((name, cell) -> complete.merge(name, cell, (given, own) -> own.isEmpty() ? given : own));
            return new EventCells(stream.schema()).event(complete);
        });
    }

    private Row jsonRow(String line, int number) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                return new Row(where(number), Map.of(), null, "is not a JSON object. One object stands on each line.");
            }
            Map<String, String> values = new HashMap<>();
            json.fields().forEachRemaining(field -> values.put(field.getKey(), text(field.getValue())));
            return row(values, number, () -> new EventJson(stream.schema()).event(json, otherwise(number)));
        } catch (JsonProcessingException e) {
            return new Row(where(number), Map.of(), null, "is not JSON: " + e.getOriginalMessage() + ".");
        }
    }

    /** Avro's JSON wraps a union's value in an object that names its type: the value alone counts. */
    private static String text(JsonNode node) {
        if (node.isObject() && node.size() == 1) {
            return text(node.elements().next());
        }
        if (node.isArray()) {
            List<String> members = new ArrayList<>();
            node.forEach(member -> members.add(text(member)));
            return String.join(JSON_SEPARATOR, members);
        }
        return node.isNull() ? "" : node.isValueNode() ? node.asText() : node.toString();
    }

    private Row row(Map<String, String> values, int number, Supplier<GenericRecord> event) {
        try {
            return new Row(where(number), values, event.get(), "");
        } catch (IllegalArgumentException e) {
            return new Row(where(number), values, null, String.valueOf(e.getMessage()));
        }
    }

    /** What an event gets that names no identifier or no time. */
    private Map<String, String> otherwise(int number) {
        return Map.of(name(stream.idField()), where(number), name(stream.timeField()), otherwise.toString());
    }

    private String name(int field) {
        return stream.schema().getFields().get(field).name();
    }

    private String where(int number) {
        return path.getFileName() + ":" + number;
    }
}
