package io.zhiwei.deploy.simulator.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in Avro's JSON encoding: a union's value stands in an object that names its type. Avro's own encoder
 * walks a grammar for every value and is several times slower. Not thread-safe.
 */
final class AvroJson {

    private final Map<Schema, Shape> shapes = new IdentityHashMap<>();

    private record Shape(
            SerializableString[] names,
            Schema[] types,
            @Nullable SerializableString[] wrappers) {}

    /** Writes a record as one object. */
    void write(IndexedRecord record, JsonGenerator json) throws IOException {
        Shape shape = shapes.computeIfAbsent(record.getSchema(), AvroJson::shape);
        json.writeStartObject();
        for (int i = 0; i < shape.names.length; i++) {
            json.writeFieldName(shape.names[i]);
            Object value = record.get(i);
            SerializableString wrapper = shape.wrappers[i];
            if (value == null) {
                json.writeNull();
            } else if (wrapper == null) {
                value(value, shape.types[i], json);
            } else {
                json.writeStartObject();
                json.writeFieldName(wrapper);
                value(value, shape.types[i], json);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void value(Object value, Schema type, JsonGenerator json) throws IOException {
        switch (type.getType()) {
            case STRING, ENUM -> json.writeString(value.toString());
            case LONG -> json.writeNumber(value instanceof Instant time ? time.toEpochMilli() : (Long) value);
            case INT -> json.writeNumber(value instanceof LocalDate day ? (int) day.toEpochDay() : (Integer) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case RECORD -> write((IndexedRecord) value, json);
            case ARRAY -> list((List<?>) value, type.getElementType(), json);
            case MAP -> map((Map<?, ?>) value, type.getValueType(), json);
            default -> throw new IllegalArgumentException("No contract has values of type " + type.getType() + ".");
        }
    }

    private void list(List<?> members, Schema type, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object member : members) {
            value(member, type, json);
        }
        json.writeEndArray();
    }

    private void map(Map<?, ?> members, Schema type, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            value(member.getValue(), type, json);
        }
        json.writeEndObject();
    }

    private static Shape shape(Schema schema) {
        int size = schema.getFields().size();
        Shape shape = new Shape(new SerializableString[size], new Schema[size], new SerializableString[size]);
        for (Schema.Field field : schema.getFields()) {
            Schema type = field.schema();
            shape.names[field.pos()] = new SerializedString(field.name());
            shape.types[field.pos()] = type;
            if (type.getType() == Schema.Type.UNION) {
                Schema member = type.getTypes().stream()
                        .filter(one -> one.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
                shape.types[field.pos()] = member;
                shape.wrappers[field.pos()] = new SerializedString(member.getFullName());
            }
        }
        return shape;
    }
}
