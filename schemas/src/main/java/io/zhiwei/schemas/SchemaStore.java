package io.zhiwei.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The writer schemas that a message may have been written with: the current ones and every released version, by
 * fingerprint.
 */
@NullMarked
public final class SchemaStore {

    private static final List<Schema> CURRENT = contracts();
    private static final SchemaStore KNOWN = new SchemaStore();

    private final Map<Long, Schema> byFingerprint = new HashMap<>();
    private final Map<String, List<Schema>> released = new LinkedHashMap<>();

    private SchemaStore() {
        for (Schema current : CURRENT) {
            List<Schema> versions = ContractReader.released(current.getName());
            released.put(current.getName(), versions);
            versions.forEach(this::add);
            add(current);
        }
    }

    /** Returns the store of all schemas on the class path. */
    public static SchemaStore known() {
        return KNOWN;
    }

    /** Returns the schemas that messages are written with today, one per contract. */
    public static List<Schema> current() {
        return CURRENT;
    }

    /** Returns the schema with a fingerprint, or null if no release ever wrote it. */
    public @Nullable Schema find(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /** Returns the released versions of a contract, oldest first; empty before its first release. */
    public List<Schema> released(String name) {
        return Collections.unmodifiableList(released.getOrDefault(name, List.of()));
    }

    private void add(Schema schema) {
        byFingerprint.put(SingleObject.fingerprint(schema), schema);
    }

    private static List<Schema> contracts() {
        List<Schema> contracts = new ArrayList<>();
        EventStream.all().forEach(stream -> contracts.add(stream.schema()));
        contracts.add(Alert.getClassSchema());
        contracts.add(Signal.getClassSchema());
        contracts.add(DeadLetter.getClassSchema());
        contracts.add(ModelUpdate.getClassSchema());
        contracts.add(ModelReply.getClassSchema());
        contracts.add(Disposition.getClassSchema());
        contracts.add(AuditEntry.getClassSchema());
        return List.copyOf(contracts);
    }
}
