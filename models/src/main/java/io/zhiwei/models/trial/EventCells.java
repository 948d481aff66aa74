package io.zhiwei.models.trial;

import io.zhiwei.models.definition.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a schema from named texts, as they stand in the cells of a table: empty is unknown, the members of an
 * array are separated, times are ISO-8601 with offset or milliseconds, days ISO-8601 or days since 1970.
 */
public final class EventCells {

    private static final Pattern SEPARATOR = Pattern.compile("|", Pattern.LITERAL);

    private final Schema schema;

    /** Makes events of this schema; the members of an array are separated by {@code |}. */
    public EventCells(Schema schema) {
        this.schema = schema;
    }

    /** Returns whether the schema has a field of this name. */
    public boolean knows(String field) {
        return schema.getField(field) != null;
    }

    /**
     * Returns an event; fields without a cell get the schema's default.
     *
     * @param cells texts by field name; names that the schema does not know are ignored
     * @throws IllegalArgumentException with the field, what is wrong and what would be right
     */
    public GenericRecord event(Map<String, String> cells) {
        GenericRecord event = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            String cell = cells.getOrDefault(field.name(), "");
            event.put(field.pos(), cell.isEmpty() ? otherwise(field) : cell(field.name(), field.schema(), cell));
        }
        return event;
    }

    static @Nullable Object otherwise(Schema.Field field) {
        if (field.hasDefaultValue()) {
            return GenericData.get().getDefaultValue(field);
        }
        throw new IllegalArgumentException("'" + field.name() + "' is missing. Every event needs it.");
    }

    private static Object cell(String name, Schema schema, String cell) {
        return switch (schema.getType()) {
            case UNION -> cell(name, withoutNull(schema), cell);
            case ARRAY -> array(name, schema, cell);
            default -> value(name, schema, cell);
        };
    }

    /** Returns the value of a schema that is neither list nor map nor record. */
    static Object value(String name, Schema schema, String cell) {
        return switch (schema.getType()) {
            case UNION -> value(name, withoutNull(schema), cell);
            case STRING -> cell;
            case ENUM -> new GenericData.EnumSymbol(schema, symbol(name, schema, cell));
            case BOOLEAN -> flag(name, cell);
            case INT -> narrow(name, whole(name, schema, cell));
            case LONG -> whole(name, schema, cell);
            case DOUBLE -> number(name, cell);
            case FLOAT -> (float) number(name, cell);
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' cannot be given as a text. Use the JSON form for it.");
        };
    }

    private static List<Object> array(String name, Schema schema, String cell) {
        return Arrays.stream(SEPARATOR.split(cell))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .map(part -> cell(name, schema.getElementType(), part))
                .toList();
    }

    static Schema withoutNull(Schema union) {
        Optional<Schema> other = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst();
        return other.orElseThrow();
    }

    private static String symbol(String name, Schema schema, String cell) {
        if (!schema.hasEnumSymbol(cell)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is never '" + cell + "'." + Problems.suggest(cell, schema.getEnumSymbols()));
        }
        return cell;
    }

    private static boolean flag(String name, String cell) {
        return switch (cell) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + name + "' is true or false, not '" + cell + "'.");
        };
    }

    private static long whole(String name, Schema schema, String cell) {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            if (schema.getType() == Schema.Type.INT && schema.getLogicalType() != null) {
                return day(name, cell).toEpochDay();
            }
            if (schema.getLogicalType() != null) {
                return time(name, cell).toEpochMilli();
            }
            throw new IllegalArgumentException("'" + name + "' is a whole number, not '" + cell + "'.", e);
        }
    }

    private static int narrow(String name, long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("'" + name + "' has more than 32 bits: " + value + ".");
        }
        return (int) value;
    }

    private static LocalDate day(String name, String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' is a day such as 2026-05-01, not '" + cell + "'.", e);
        }
    }

    private static Instant time(String name, String cell) {
        try {
            return OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a time such as 2026-05-01T08:00:00+08:00, not '" + cell + "'.", e);
        }
    }

    private static double number(String name, String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is a number, not '" + cell + "'.", e);
        }
    }
}
