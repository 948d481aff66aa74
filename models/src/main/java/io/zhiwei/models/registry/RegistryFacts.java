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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one kind of registry record as words of expressions, each with {@code known.} before it beside it, and
 * since and until when it holds, milliseconds.
 */
public final class RegistryFacts {

    private final Vocabulary.Word known;
    private final List<Attribute> attributes = new ArrayList<>();

    /** Something that a record says. */
    private record Attribute(
            Vocabulary.Word word, Vocabulary.Word known, Function<RegistryRecord, @Nullable Object> reading) {}

    /** What the record of the event at hand says, read when a condition asks for it. */
    private static final class Said extends Facts.Later {
        private final Supplier<@Nullable RegistryRecord> record;
        private final Function<RegistryRecord, @Nullable Object> reading;

        Said(Supplier<@Nullable RegistryRecord> record, Function<RegistryRecord, @Nullable Object> reading) {
            this.record = record;
            this.reading = reading;
        }

        @Override
        protected @Nullable Object value() {
            RegistryRecord now = record.get();
            return now == null ? null : reading.apply(now);
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
        add(before + "validFrom", ValueType.WHOLE, vocabulary, record -> millis(record.getValidFrom()));
        add(before + "validTo", ValueType.WHOLE, vocabulary, record -> millis(record.getValidTo()));
        kind.forEach((name, type) -> add(before + name, type, vocabulary, record -> value(name, type, record)));
    }

    private void add(
            String name, ValueType type, Vocabulary vocabulary, Function<RegistryRecord, @Nullable Object> reading) {
        attributes.add(
                new Attribute(vocabulary.add(name, type), vocabulary.add("known." + name, ValueType.FLAG), reading));
    }

    /**
     * Makes the words say what a record says.
     *
     * @param record asked for the record of the event at hand when a condition looks at a word; null where there is none
     */
    public void leave(Facts facts, Supplier<@Nullable RegistryRecord> record) {
        facts.leave(known, new Facts.Later() {
            @Override
            protected Object value() {
                return record.get() != null;
            }
        });
        for (Attribute attribute : attributes) {
            facts.leave(attribute.word, new Said(record, attribute.reading));
            facts.leaveKnown(attribute.known, attribute.word);
        }
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
