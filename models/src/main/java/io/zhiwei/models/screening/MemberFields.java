package io.zhiwei.models.screening;

import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * A list of records in an event, as words: {@code count.} before its name, {@code max.} and {@code sum.} before the name of a
 * number of its members, and the texts of its members as a list.
 */
final class MemberFields {

    private final int position;
    private final Vocabulary.Word count;
    private final List<Numbers> numbers = new ArrayList<>();
    private final List<Texts> texts = new ArrayList<>();

    private record Numbers(int position, Vocabulary.Word max, Vocabulary.Word sum) {}

    private record Texts(int position, Vocabulary.Word all) {}

    MemberFields(Schema.Field field, Schema member, Vocabulary vocabulary) {
        this.position = field.pos();
        this.count = vocabulary.add("count." + field.name(), ValueType.WHOLE);
        for (Schema.Field inner : member.getFields()) {
            String name = field.name() + "." + inner.name();
            switch (EventFields.withoutNull(inner.schema()).getType()) {
                case STRING, ENUM -> texts.add(new Texts(inner.pos(), vocabulary.add(name, ValueType.TEXTS)));
                case INT, LONG, FLOAT, DOUBLE ->
                    numbers.add(new Numbers(
                            inner.pos(),
                            vocabulary.add("max." + name, ValueType.NUMBER),
                            vocabulary.add("sum." + name, ValueType.NUMBER)));
                default -> {
                    // What is neither text nor number has no place in an expression.
                }
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
        for (Texts text : texts) {
            List<String> all = new ArrayList<>();
            for (Object member : members) {
                Object value = ((IndexedRecord) member).get(text.position);
                if (value != null) {
                    all.add(value.toString());
                }
            }
            facts.set(text.all, all);
        }
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
