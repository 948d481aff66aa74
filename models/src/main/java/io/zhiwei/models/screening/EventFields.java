package io.zhiwei.models.screening;

import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event schema by position: compiled once, so that an event costs array look-ups and no names. Holds the event at
 * hand.
 */
final class EventFields {

    private final Schema schema;
    private final List<Binding> bindings = new ArrayList<>();
    private final List<MemberFields> members = new ArrayList<>();

    private @Nullable IndexedRecord event;

    private record Binding(int position, Vocabulary.Word value, Vocabulary.Word known) {}

    /** A field of the event at hand. */
    private final class Field extends Facts.Later {
        private final Binding binding;

        Field(Binding binding) {
            this.binding = binding;
        }

        @Override
        protected @Nullable Object value() {
            IndexedRecord now = event;
            return now == null ? null : EventFields.value(now.get(binding.position), binding.value.type());
        }
    }

    /** Adds every field that expressions can use to the vocabulary, and beside it whether it is known. */
    EventFields(Schema schema, Vocabulary vocabulary) {
        this.schema = schema;
        for (Schema.Field field : schema.getFields()) {
            Schema type = withoutNull(field.schema());
            ValueType valueType = valueType(type);
            if (type.getType() == Schema.Type.ARRAY && type.getElementType().getType() == Schema.Type.RECORD) {
                members.add(new MemberFields(field, type.getElementType(), vocabulary));
            }
            if (valueType != null) {
                Set<String> symbols =
                        type.getType() == Schema.Type.ENUM ? new TreeSet<>(type.getEnumSymbols()) : Set.of();
                bindings.add(new Binding(
                        field.pos(),
                        vocabulary.add(field.name(), valueType, symbols),
                        vocabulary.add("known." + field.name(), ValueType.FLAG)));
            }
        }
    }

    /** Makes the facts read the fields of the event at hand when a condition asks for them: most are never asked for. */
    void leave(Facts facts) {
        for (Binding binding : bindings) {
            facts.leave(binding.value, new Field(binding));
            facts.leaveKnown(binding.known, binding.value);
        }
    }

    /** Takes an event at hand; its facts must be clear. */
    void read(IndexedRecord now, Facts facts) {
        event = now;
        for (MemberFields member : members) {
            member.read(now, facts);
        }
    }

    /** Returns the position of a field. */
    Optional<Integer> position(String name) {
        Schema.Field field = schema.getField(name);
        return field == null ? Optional.empty() : Optional.of(field.pos());
    }

    /** Returns where a text stands: a field, or {@code first.} with a list of records and a field of its members. */
    Optional<FieldPath> path(String name) {
        return FieldPath.find(schema, name);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        schema.getFields().forEach(field -> names.add(field.name()));
        return names;
    }

    /** Returns a field as text, empty where it is unknown. */
    static String text(IndexedRecord event, int position) {
        Object value = event.get(position);
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object value(@Nullable Object raw, ValueType type) {
        if (raw == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> unlessUnknown(raw.toString());
            case WHOLE -> whole(raw);
            case NUMBER -> ((Number) raw).doubleValue();
            case FLAG -> raw;
            case TEXTS -> texts((List<?>) raw);
        };
    }

    /** Times and days are numbers where the reader leaves logical types alone. */
    private static long whole(Object raw) {
        if (raw instanceof Instant time) {
            return time.toEpochMilli();
        }
        return raw instanceof LocalDate day ? day.toEpochDay() : ((Number) raw).longValue();
    }

    private static @Nullable String unlessUnknown(String text) {
        return text.isEmpty() || text.equals("UNKNOWN") ? null : text;
    }

    private static List<String> texts(List<?> raw) {
        if (raw.isEmpty()) {
            return List.of();
        }
        List<String> result = new ArrayList<>(raw.size());
        raw.forEach(item -> result.add(item.toString()));
        return result;
    }

    static Schema withoutNull(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElse(schema);
    }

    private static @Nullable ValueType valueType(Schema schema) {
        return switch (schema.getType()) {
            case STRING, ENUM -> ValueType.TEXT;
            case INT, LONG -> ValueType.WHOLE;
            case FLOAT, DOUBLE -> ValueType.NUMBER;
            case BOOLEAN -> ValueType.FLAG;
            case ARRAY ->
                switch (schema.getElementType().getType()) {
                    case STRING, ENUM -> ValueType.TEXTS;
                    default -> null;
                };
            default -> null;
        };
    }
}
