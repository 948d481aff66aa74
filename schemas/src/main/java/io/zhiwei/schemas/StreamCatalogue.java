package io.zhiwei.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * The streams by their entries in every {@code io/zhiwei/schemas/streams.json} on the class path. An entry names topic,
 * full name of the schema, and the fields of the identifier and of the event time; the schema itself is the resource
 * {@code <full/name>.avsc}. No generated class is needed.
 */
@NullMarked
final class StreamCatalogue {

    private static final String RESOURCE = "io/zhiwei/schemas/streams.json";
    private static final Set<String> KEYS = Set.of("topic", "schema", "id", "time", "derived");

    /** Every stream, in the order of the files. */
    static final List<EventStream> STREAMS = ofClassPath();

    private StreamCatalogue() {}

    private static List<EventStream> ofClassPath() {
        try {
            List<EventStream> streams = new ArrayList<>();
            ClassLoader loader = StreamCatalogue.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                try (InputStream in = url.openStream()) {
                    streams.addAll(read(new String(in.readAllBytes(), StandardCharsets.UTF_8), url.toString()));
                }
            }
            requireDistinct(streams);
            return List.copyOf(streams);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the entries of streams, " + RESOURCE, e);
        }
    }

    /**
     * Returns the streams of one file.
     *
     * @param json text of the file
     * @param where name of the file, for messages
     * @throws IllegalArgumentException with the entry, what is wrong and what would be right
     */
    static List<EventStream> read(String json, String where) {
        JsonNode entries = parse(json, where);
        if (!entries.isArray()) {
            throw new IllegalArgumentException(where + " is no list. It is [{\"topic\": …, \"schema\": …, …}, …].");
        }
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            streams.add(stream(entries.get(i), where + ", entry " + (i + 1)));
        }
        return streams;
    }

    private static JsonNode parse(String json, String where) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    where + ":" + e.getLocation().getLineNr() + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static EventStream stream(JsonNode entry, String where) {
        entry.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        where + ": '" + key + "' is unknown. Known: topic, schema, id, time, derived.");
            }
        });
        Schema schema = ContractReader.current(text(entry, "schema", where), where);
        return new EventStream(
                text(entry, "topic", where),
                schema,
                position(schema, text(entry, "id", where), Schema.Type.STRING, where),
                position(schema, text(entry, "time", where), Schema.Type.LONG, where),
                entry.path("derived").asBoolean(false));
    }

    private static String text(JsonNode entry, String key, String where) {
        String text = entry.path(key).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    where + ": '" + key + "' is missing. An entry names topic, schema, id, time.");
        }
        return text;
    }

    private static int position(Schema schema, String field, Schema.Type type, String where) {
        Schema.Field found = schema.getField(field);
        if (found == null) {
            throw new IllegalArgumentException(where + ": " + schema.getName() + " has no field '" + field
                    + "'. Known: "
                    + String.join(
                            ", ",
                            schema.getFields().stream().map(Schema.Field::name).toList()));
        }
        if (found.schema().getType() != type) {
            throw new IllegalArgumentException(where + ": '" + field + "' of " + schema.getName() + " is "
                    + found.schema().getType().getName() + ", needed is " + type.getName() + ", never null.");
        }
        return found.pos();
    }

    private static void requireDistinct(List<EventStream> streams) {
        Set<String> topics = new HashSet<>();
        for (EventStream stream : streams) {
            if (!topics.add(stream.topic())) {
                throw new IllegalArgumentException("Two streams have the topic '" + stream.topic()
                        + "'. Give one another name in its " + RESOURCE + ".");
            }
        }
    }
}
