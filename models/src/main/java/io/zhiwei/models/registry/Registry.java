package io.zhiwei.models.registry;

import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Registry records by kind and key, in memory. Of two with one identifier the later revision counts. */
public final class Registry {

    /** Stands between the parts of a composed key. */
    public static final String SEPARATOR = "|";

    private final Map<String, Map<String, List<RegistryRecord>>> records = new HashMap<>();
    private final Set<String> complete = new HashSet<>();
    private int[] asked = new int[8];
    private int askedPlaces;
    private final List<Place> missing = new ArrayList<>();
    private boolean notesAsked;

    /**
     * Where a record would be.
     *
     * @param kind kind of record
     * @param key its key
     */
    public record Place(String kind, String key) {}

    /** Takes in a record or a marker. */
    public void add(RegistryRecord record) {
        if (!isNews(record)) {
            return;
        }
        if (record.getSnapshotComplete()) {
            complete.add(record.getKind());
            return;
        }
        List<RegistryRecord> known = records.computeIfAbsent(record.getKind(), kind -> new HashMap<>())
                .computeIfAbsent(record.getKey(), key -> new ArrayList<>(1));
        known.removeIf(other -> other.getRecordId().equals(record.getRecordId()));
        known.add(record);
    }

    /** Returns whether a record or a marker says anything new. */
    public boolean isNews(RegistryRecord record) {
        if (record.getSnapshotComplete()) {
            return !complete.contains(record.getKind());
        }
        return there(record.getKind(), record.getKey()).stream().noneMatch(other -> isAsLate(other, record));
    }

    /** Returns the records at places with one of these hashes, see {@link #asked}. */
    public List<RegistryRecord> at(IntPredicate places) {
        List<RegistryRecord> found = new ArrayList<>();
        records.forEach((kind, byKey) -> byKey.forEach((key, there) -> {
            if (places.test(place(kind, key))) {
                found.addAll(there);
            }
        }));
        return found;
    }

    /** Forgets everything. */
    public void clear() {
        records.clear();
        complete.clear();
        askedPlaces = 0;
    }

    private static boolean isAsLate(RegistryRecord other, RegistryRecord record) {
        if (!other.getRecordId().equals(record.getRecordId())) {
            return false;
        }
        int byRevision = Long.compare(other.getRevision(), record.getRevision());
        return byRevision > 0 || byRevision == 0 && !other.getRecordedAt().isBefore(record.getRecordedAt());
    }

    /** Begins to note anew where records are looked for. */
    public void noteAsked() {
        notesAsked = true;
        askedPlaces = 0;
        missing.clear();
    }

    /** Returns whether a record was looked for since {@link #noteAsked}. */
    public boolean wasAsked() {
        return askedPlaces > 0;
    }

    /** Returns hashes of the places where records were looked for since {@link #noteAsked}, found or not, each once. */
    public int[] asked() {
        return Arrays.copyOf(asked, askedPlaces);
    }

    /** Notes that a record that there should be is not there. */
    public void noteMissing(String kind, String key) {
        if (notesAsked) {
            missing.add(new Place(kind, key));
        }
    }

    /** Returns the places of records that there should be and that were not found since {@link #noteAsked}; some may be listed twice. */
    public List<Place> missing() {
        return missing;
    }

    /** Returns the hash of the place of a record, as {@link #asked} tells it. */
    public static int placeOf(RegistryRecord record) {
        return place(record.getKind(), record.getKey());
    }

    private void note(int place) {
        for (int i = 0; i < askedPlaces; i++) {
            if (asked[i] == place) {
                return;
            }
        }
        asked = askedPlaces == asked.length ? Arrays.copyOf(asked, 2 * askedPlaces) : asked;
        asked[askedPlaces++] = place;
    }

    /** Returns whether every record of a kind that was valid when recording began has come, so that absence means something. */
    public boolean isComplete(String kind) {
        return complete.contains(kind);
    }

    /** Returns the record that holds at a moment, the one that began last; null where none does. */
    public @Nullable RegistryRecord asOf(String kind, String key, Instant time) {
        if (notesAsked) {
            note(place(kind, key));
        }
        RegistryRecord found = null;
        for (RegistryRecord record : there(kind, key)) {
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

    private List<RegistryRecord> there(String kind, String key) {
        return records.getOrDefault(kind, Map.of()).getOrDefault(key, List.of());
    }

    private static int place(String kind, String key) {
        return 31 * kind.hashCode() + key.hashCode();
    }
}
