package io.zhiwei.models.screening;

import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list of records in an event, as words: {@code count.} before its name, {@code max.} and {@code sum.} before the name of a
 * number of its members, {@code any.} before a flag of theirs, the texts of its members as a list, {@code first.} before a text of
 * the first, and the name of a flag before the texts of those members that have it: {@code unlisted.events.pt}.
 */
final class MemberFields {

    private final int position;
    private final Vocabulary.Word count;
    private final List<Numbers> numbers = new ArrayList<>();
    private final List<Texts> texts = new ArrayList<>();
    private final List<Flags> flags = new ArrayList<>();
    private final List<Chosen> chosen = new ArrayList<>();

    private record Numbers(int position, Vocabulary.Word max, Vocabulary.Word sum) {}

    private record Texts(int position, Vocabulary.Word all, Vocabulary.Word first) {}

    private record Flags(int position, Vocabulary.Word any) {}

    private record Chosen(int flag, int text, Vocabulary.Word texts) {}

    MemberFields(Schema.Field field, Schema member, Vocabulary vocabulary) {
        this.position = field.pos();
        this.count = vocabulary.add("count." + field.name(), ValueType.WHOLE);
        for (Schema.Field inner : member.getFields()) {
            String name = field.name() + "." + inner.name();
            switch (EventFields.withoutNull(inner.schema()).getType()) {
                case STRING, ENUM ->
                    texts.add(new Texts(
                            inner.pos(),
                            vocabulary.add(name, ValueType.TEXTS),
                            vocabulary.add(FieldPath.FIRST + name, ValueType.TEXT)));
                case BOOLEAN -> flags.add(new Flags(inner.pos(), vocabulary.add("any." + name, ValueType.FLAG)));
                case INT, LONG, FLOAT, DOUBLE ->
                    numbers.add(new Numbers(
                            inner.pos(),
                            vocabulary.add("max." + name, ValueType.NUMBER),
                            vocabulary.add("sum." + name, ValueType.NUMBER)));
                default -> {
                    // What is neither text, flag nor number has no place in an expression.
                }
            }
        }
        choices(field.name(), member, vocabulary);
    }

    private void choices(String list, Schema member, Vocabulary vocabulary) {
        for (Flags flag : flags) {
            for (Texts text : texts) {
                List<Schema.Field> inner = member.getFields();
                String name = inner.get(flag.position).name() + "." + list + "."
                        + inner.get(text.position).name();
                chosen.add(new Chosen(flag.position, text.position, vocabulary.add(name, ValueType.TEXTS)));
            }
        }
    }

    void read(IndexedRecord event, Facts facts) {
        if (!(event.get(position) instanceof List<?> members)) {
            return;
        }
        facts.set(count, (long) members.size());
        for (Numbers number : numbers) {
            read(members, number, facts);
        }
        for (Flags flag : flags) {
            facts.set(flag.any, any(members, flag.position));
        }
        for (Chosen choice : chosen) {
            facts.set(choice.texts, texts(members, choice));
        }
        for (Texts text : texts) {
            facts.set(text.first, first(members, text.position));
            facts.set(text.all, texts(members, text.position));
        }
    }

    private static List<String> texts(List<?> members, int position) {
        List<String> all = new ArrayList<>();
        for (Object member : members) {
            Object value = ((IndexedRecord) member).get(position);
            if (value != null) {
                all.add(value.toString());
            }
        }
        return all;
    }

    private static List<String> texts(List<?> members, Chosen choice) {
        return texts(
                members.stream()
                        .filter(member -> Boolean.TRUE.equals(((IndexedRecord) member).get(choice.flag)))
                        .toList(),
                choice.text);
    }

    private static @Nullable String first(List<?> members, int position) {
        Object value = members.isEmpty() ? null : ((IndexedRecord) members.get(0)).get(position);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    /** Members without the flag do not count; where none has it, it is unknown. */
    private static @Nullable Boolean any(List<?> members, int position) {
        Boolean any = null;
        for (Object member : members) {
            if (((IndexedRecord) member).get(position) instanceof Boolean value) {
                any = value || Boolean.TRUE.equals(any);
            }
        }
        return any;
    }

    /** Members without the number do not count; where none has it, it is unknown. */
    private static void read(List<?> members, Numbers number, Facts facts) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (Object member : members) {
            if (((IndexedRecord) member).get(number.position) instanceof Number value) {
                max = Math.max(max, value.doubleValue());
                sum += value.doubleValue();
            }
        }
        boolean known = max > Double.NEGATIVE_INFINITY;
        facts.set(number.max, known ? max : null);
        facts.set(number.sum, known ? sum : null);
    }
}
