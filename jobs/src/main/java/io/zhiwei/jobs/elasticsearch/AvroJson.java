package io.zhiwei.jobs.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes an Avro record as a JSON document: same names, times in ISO-8601, unknown fields left out. */
final class AvroJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private AvroJson() {}

    /** Returns the document, without the named top-level fields. */
    static byte[] document(IndexedRecord avroRecord, Set<String> without) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            fields(avroRecord, without, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private static void fields(IndexedRecord avroRecord, Set<String> without, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : avroRecord.getSchema().getFields()) {
            Object value = avroRecord.get(field.pos());
            if (value != null && !without.contains(field.name())) {
                json.writeFieldName(field.name());
                value(value, json);
            }
        }
        json.writeEndObject();
    }

    private static void value(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof IndexedRecord nested) {
            fields(nested, Set.of(), json);
        } else if (value instanceof Collection<?> values) {
            json.writeStartArray();
            for (Object element : values) {
                value(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
