package io.zhiwei.models.measure.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/** Type of a value that expressions can name. Times are milliseconds since 1970 (UTC), as a whole number. */
public enum ValueType {
    TEXT("text", SimpleType.STRING),
    WHOLE("whole number", SimpleType.INT),
    NUMBER("number", SimpleType.DOUBLE),
    FLAG("true or false", SimpleType.BOOL),
    TEXTS("list of texts", ListType.create(SimpleType.STRING));

    private final String words;
    private final CelType cel;

    ValueType(String words, CelType cel) {
        this.words = words;
        this.cel = cel;
    }

    /** Returns the type in words, for messages. */
    public String words() {
        return words;
    }

    CelType cel() {
        return cel;
    }
}
