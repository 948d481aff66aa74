package io.zhiwei.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas from the class path. Their texts are read as {@code String}, as those of generated classes are, so that
 * a record with a class and one without behave alike.
 */
@NullMarked
final class ContractReader {

    private static final String STRING_PROPERTY = GenericData.STRING_PROP;

    private ContractReader() {}

    /**
     * Returns the current schema of a contract.
     *
     * @param fullName namespace and name
     * @param where who names it, for the message
     * @throws IllegalArgumentException if the class path has no such schema
     */
    static Schema current(String fullName, String where) {
        String resource = "/" + fullName.replace('.', '/') + ".avsc";
        Schema schema = read(resource);
        if (schema == null) {
            throw new IllegalArgumentException(
                    where + ": the class path has no " + resource.substring(1) + ". Put the schema there.");
        }
        if (schema.getType() != Schema.Type.RECORD || !schema.getFullName().equals(fullName)) {
            throw new IllegalArgumentException(where + ": " + resource.substring(1) + " holds " + schema.getFullName()
                    + ", not " + fullName + ".");
        }
        return schema;
    }

    /** Returns the schema of a resource, or null where there is none. */
    static @Nullable Schema read(String resource) {
        try (InputStream in = ContractReader.class.getResourceAsStream(resource)) {
            return in == null ? null : withStrings(new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema " + resource, e);
        }
    }

    /** Marks every text of a freshly parsed schema; contracts do not contain themselves. */
    private static Schema withStrings(Schema schema) {
        switch (schema.getType()) {
            case STRING -> mark(schema);
            case RECORD -> schema.getFields().forEach(field -> withStrings(field.schema()));
            case ARRAY -> withStrings(schema.getElementType());
            case MAP -> {
                mark(schema);
                withStrings(schema.getValueType());
            }
            case UNION -> schema.getTypes().forEach(ContractReader::withStrings);
            default -> {
                // The other types hold no text.
            }
        }
        return schema;
    }

    private static void mark(Schema schema) {
        if (schema.getProp(STRING_PROPERTY) == null) {
            GenericData.setStringType(schema, GenericData.StringType.String);
        }
    }

    /** Returns the released versions of a contract, oldest first; empty before its first release. */
    static List<Schema> released(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            Schema schema = read("/released/" + name + "/v" + version + ".avsc");
            if (schema == null) {
                return versions;
            }
            versions.add(schema);
        }
    }
}
