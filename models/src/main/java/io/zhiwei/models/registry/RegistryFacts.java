package io.zhiwei.models.registry;

import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.schemas.RegistryRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one kind of registry record as words of expressions, each with {@code known.} before it beside it, and
 * since and until when it holds, milliseconds.
 */
public final class RegistryFacts {

    private final Vocabulary.Word known;
    private final Attribute validFrom;
    private final Attribute validTo;
    private final List<Attribute> attributes = new ArrayList<>();

    private record Attribute(String name, ValueType type, Vocabulary.Word word, Vocabulary.Word known) {}

    /**
     * Adds the words.
     *
     * @param prefix name before the attributes', followed by a dot; empty for none
     * @param kind attributes of the kind with their types
     * @param vocabulary receives the words
     */
    public RegistryFacts(String prefix, Map<String, ValueType> kind, Vocabulary vocabulary) {
        String before = prefix.isEmpty() ? "" : prefix + ".";
        this.known = vocabulary.add("known." + (prefix.isEmpty() ? "record" : prefix), ValueType.FLAG);
        this.validFrom = attribute(before, "validFrom", ValueType.WHOLE, vocabulary);
        this.validTo = attribute(before, "validTo", ValueType.WHOLE, vocabulary);
        kind.forEach((name, type) -> attributes.add(attribute(before, name, type, vocabulary)));
    }

    /** Sets the words to what a record says; null where there is none. */
    public void set(@Nullable RegistryRecord record, Facts facts) {
        facts.set(known, record != null);
        set(validFrom, record == null ? null : millis(record.getValidFrom()), facts);
        set(validTo, record == null ? null : millis(record.getValidTo()), facts);
        for (Attribute attribute : attributes) {
            set(attribute, record == null ? null : value(attribute, record), facts);
        }
    }

    private static void set(Attribute attribute, @Nullable Object value, Facts facts) {
        facts.set(attribute.word, value);
        facts.set(attribute.known, value != null);
    }

    private static Attribute attribute(String before, String name, ValueType type, Vocabulary vocabulary) {
        return new Attribute(
                name,
                type,
                vocabulary.add(before + name, type),
                vocabulary.add("known." + before + name, ValueType.FLAG));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Object value(Attribute attribute, RegistryRecord record) {
        return switch (attribute.type) {
            case TEXT -> record.getAttributes().get(attribute.name);
            case FLAG -> flag(record.getAttributes().get(attribute.name));
            case WHOLE -> day(record.getAttributes().get(attribute.name));
            case TEXTS -> record.getLists().get(attribute.name);
            case NUMBER -> record.getNumbers().get(attribute.name);
        };
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    /** What is no date is unknown: the registry's own fault must accuse nobody. */
    private static @Nullable Long day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
