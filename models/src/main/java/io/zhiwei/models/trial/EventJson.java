package io.zhiwei.models.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a schema from JSON, plain or in Avro's encoding, nested as deep as the schema is. A field that is left
 * out, null or empty gets the schema's default; where there is none, an empty text stays one.
 */
public final class EventJson {

    private final Schema schema;

    /** Makes events of this schema. */
    public EventJson(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns an event.
     *
     * @param json the object
     * @param otherwise texts by field name, for fields that the object leaves out
     * @throws IllegalArgumentException with the field, what is wrong and what would be right
     */
    public GenericRecord event(JsonNode json, Map<String, String> otherwise) {
        return record("", schema, json, otherwise);
    }

    private static GenericRecord record(String path, Schema schema, JsonNode json, Map<String, String> otherwise) {
        GenericRecord result = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            String name = path + field.name();
            JsonNode node = json.path(field.name());
            if (!isBlank(node)) {
                result.put(field.pos(), value(name, field.schema(), node));
            } else if (otherwise.containsKey(field.name())) {
                result.put(
                        field.pos(), EventCells.value(name, field.schema(), otherwise.getOrDefault(field.name(), "")));
            } else if (node.isTextual() && isRequiredText(field)) {
                result.put(field.pos(), "");
            } else {
                result.put(field.pos(), EventCells.otherwise(field));
            }
        }
        return result;
    }

    /** A text that must be there may be empty, as the key of a marker is. */
    private static boolean isRequiredText(Schema.Field field) {
        return field.schema().getType() == Schema.Type.STRING && !field.hasDefaultValue();
    }

    private static boolean isBlank(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty());
    }

    private static @Nullable Object value(String name, Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION -> member(name, schema, node);
            case RECORD -> record(name + ".", schema, requireObject(name, node), Map.of());
            case ARRAY -> list(name, schema.getElementType(), node);
            case MAP -> map(name, schema.getValueType(), requireObject(name, node));
            default -> EventCells.value(name, schema, text(name, node));
        };
    }

    /** Avro's encoding wraps a union's value in an object that names its type. */
    private static @Nullable Object member(String name, Schema union, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        Optional<Schema> named = node.isObject() && node.size() == 1
                ? union.getTypes().stream()
                        .filter(type -> node.has(type.getFullName()))
                        .findFirst()
                : Optional.empty();
        return named.isPresent()
                ? value(name, named.get(), node.get(named.get().getFullName()))
                : value(name, EventCells.withoutNull(union), node);
    }

    private static List<Object> list(String name, Schema element, JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("'" + name + "' is a list, [ … ], not " + node + ".");
        }
        List<Object> members = new ArrayList<>(node.size());
        for (JsonNode member : node) {
            Object value = isBlank(member) ? null : value(name, element, member);
            if (value != null) {
                members.add(value);
            }
        }
        return members;
    }

    private static Map<String, @Nullable Object> map(String name, Schema values, JsonNode node) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(entry ->
                        result.put(entry.getKey(), value(name + "." + entry.getKey(), values, entry.getValue())));
        return result;
    }

    private static JsonNode requireObject(String name, JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("'" + name + "' is an object, { … }, not " + node + ".");
        }
        return node;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isValueNode()) {
            throw new IllegalArgumentException("'" + name + "' is a single value, not " + node + ".");
        }
        return node.asText();
    }
}
