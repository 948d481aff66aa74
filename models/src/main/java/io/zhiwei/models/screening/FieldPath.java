package io.zhiwei.models.screening;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Where a text stands in an event.
 *
 * @param field position of the field
 * @param inner position in the first member of the list that the field is; -1 where the field itself is meant
 */
record FieldPath(int field, int inner) {

    /** Begins the name of a field of a list's first member, e.g. {@code first.products.batchNo}. */
    static final String FIRST = "first.";

    static Optional<FieldPath> find(Schema schema, String name) {
        if (!name.startsWith(FIRST)) {
            return Optional.ofNullable(schema.getField(name)).map(field -> new FieldPath(field.pos(), -1));
        }
        String[] parts = name.split("\\.", -1);
        Schema.Field list = parts.length == 3 ? schema.getField(parts[1]) : null;
        Schema type = list == null ? schema : EventFields.withoutNull(list.schema());
        if (list == null
                || type.getType() != Schema.Type.ARRAY
                || type.getElementType().getType() != Schema.Type.RECORD) {
            return Optional.empty();
        }
        return Optional.ofNullable(type.getElementType().getField(parts[2]))
                .map(member -> new FieldPath(list.pos(), member.pos()));
    }

    /** Returns the text, empty where it is unknown. */
    String of(IndexedRecord event) {
        if (inner < 0) {
            return EventFields.text(event, field);
        }
        return event.get(field) instanceof List<?> members && !members.isEmpty()
                ? EventFields.text((IndexedRecord) members.get(0), inner)
                : "";
    }
}
