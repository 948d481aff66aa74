package io.zhiwei.models.screening;

import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.text.NormalText;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** One part of a key: the first known one of some alternatives, each a field, a derived word or the creative. */
record KeyPart(List<Source> alternatives) {

    /** Where a text comes from. */
    interface Source {
        String of(IndexedRecord event, NormalText text, Facts facts);
    }

    static Source field(int position) {
        return (event, text, facts) -> EventFields.text(event, position);
    }

    static Source word(Vocabulary.Word word) {
        return (event, text, facts) -> {
            Object value = facts.get(word);
            return value == null ? "" : value.toString();
        };
    }

    static Source creative() {
        return (event, text, facts) -> Fingerprint.creative(text.text());
    }

    /** Returns the first known one, empty where none is known. */
    String of(IndexedRecord event, NormalText text, Facts facts) {
        for (Source source : alternatives) {
            String value = source.of(event, text, facts);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
