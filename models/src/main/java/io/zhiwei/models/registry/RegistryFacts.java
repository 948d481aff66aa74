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
    private final Vocabulary.Word validFrom;
    private final Vocabulary.Word validFromKnown;
    private final Vocabulary.Word validTo;
    private final Vocabulary.Word validToKnown;
    private final List<Attribute> attributes = new ArrayList<>();

    private @Nullable RegistryRecord record;

    /** An attribute of the record at hand, read when a condition asks for it. */
    private final class Attribute extends Facts.Later {
        private final String name;
        private final ValueType type;
        private final Vocabulary.Word word;
        private final Vocabulary.Word known;
        private final Facts.Later isKnown = new Facts.Later() {
            @Override
            protected Object value() {
                return Attribute.this.value() != null;
            }
        };

        Attribute(String before, String name, ValueType type, Vocabulary vocabulary) {
            this.name = name;
            this.type = type;
            this.word = vocabulary.add(before + name, type);
            this.known = vocabulary.add("known." + before + name, ValueType.FLAG);
        }

        @Override
        protected @Nullable Object value() {
            RegistryRecord now = record;
            return now == null ? null : RegistryFacts.value(name, type, now);
        }
    }

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
        this.validFrom = vocabulary.add(before + "validFrom", ValueType.WHOLE);
        this.validFromKnown = vocabulary.add("known." + before + "validFrom", ValueType.FLAG);
        this.validTo = vocabulary.add(before + "validTo", ValueType.WHOLE);
        this.validToKnown = vocabulary.add("known." + before + "validTo", ValueType.FLAG);
        kind.forEach((name, type) -> attributes.add(new Attribute(before, name, type, vocabulary)));
    }

    /** Sets the words to what a record says; null where there is none. Until the next call it is this record that is read. */
    public void set(@Nullable RegistryRecord found, Facts facts) {
        record = found;
        facts.set(known, found != null);
        set(validFrom, validFromKnown, found == null ? null : millis(found.getValidFrom()), facts);
        set(validTo, validToKnown, found == null ? null : millis(found.getValidTo()), facts);
        for (Attribute attribute : attributes) {
            facts.setLater(attribute.word, attribute);
            facts.setLater(attribute.known, attribute.isKnown);
        }
    }

    private static void set(Vocabulary.Word word, Vocabulary.Word isKnown, @Nullable Long value, Facts facts) {
        facts.set(word, value);
        facts.set(isKnown, value != null);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Object value(String name, ValueType type, RegistryRecord record) {
        return switch (type) {
            case TEXT -> record.getAttributes().get(name);
            case FLAG -> flag(record.getAttributes().get(name));
            case WHOLE -> day(record.getAttributes().get(name));
            case TEXTS -> record.getLists().get(name);
            case NUMBER -> record.getNumbers().get(name);
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
