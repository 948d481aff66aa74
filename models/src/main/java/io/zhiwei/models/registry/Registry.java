package io.zhiwei.models.registry;

import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registry records by kind and key, in memory. Of two with one identifier the later revision counts. */
public final class Registry {

    /** Stands between the parts of a composed key. */
    public static final String SEPARATOR = "|";

    private final Map<String, List<RegistryRecord>> records = new HashMap<>();
    private final Set<String> complete = new HashSet<>();

    /** Takes in a record or a marker. */
    public void add(RegistryRecord record) {
        if (record.getSnapshotComplete()) {
            complete.add(record.getKind());
            return;
        }
        List<RegistryRecord> known =
                records.computeIfAbsent(place(record.getKind(), record.getKey()), key -> new ArrayList<>(1));
        if (known.stream().anyMatch(other -> isLater(other, record))) {
            return;
        }
        known.removeIf(other -> other.getRecordId().equals(record.getRecordId()));
        known.add(record);
    }

    /** Forgets everything. */
    public void clear() {
        records.clear();
        complete.clear();
    }

    private static boolean isLater(RegistryRecord other, RegistryRecord record) {
        if (!other.getRecordId().equals(record.getRecordId())) {
            return false;
        }
        int byRevision = Long.compare(other.getRevision(), record.getRevision());
        return byRevision > 0 || byRevision == 0 && other.getRecordedAt().isAfter(record.getRecordedAt());
    }

    /** Returns whether every record of a kind that was valid when recording began has come, so that absence means something. */
    public boolean isComplete(String kind) {
        return complete.contains(kind);
    }

    /** Returns the record that holds at a moment, the one that began last; null where none does. */
    public @Nullable RegistryRecord asOf(String kind, String key, Instant time) {
        RegistryRecord found = null;
        for (RegistryRecord record : records.getOrDefault(place(kind, key), List.of())) {
            if (holds(record, time) && (found == null || begins(record).isAfter(begins(found)))) {
                found = record;
            }
        }
        return found;
    }

    private static boolean holds(RegistryRecord record, Instant time) {
        Instant end = record.getValidTo();
        return !record.getWithdrawn() && !begins(record).isAfter(time) && (end == null || time.isBefore(end));
    }

    private static Instant begins(RegistryRecord record) {
        Instant start = record.getValidFrom();
        return start == null ? Instant.MIN : start;
    }

    private static String place(String kind, String key) {
        return kind + "|" + key;
    }
}
