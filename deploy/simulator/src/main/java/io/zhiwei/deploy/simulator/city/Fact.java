package io.zhiwei.deploy.simulator.city;

import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a registry record. Attributes stand in the order of their names, so that equal facts have equal bytes. */
public final class Fact {

    private final String kind;
    private final String key;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private final TreeMap<String, List<String>> lists = new TreeMap<>();
    private final TreeMap<String, Double> numbers = new TreeMap<>();
    private @Nullable Instant from;
    private @Nullable Instant to;
    private long revision;

    private Fact(String kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    /** Begins a record. */
    public static Fact of(String kind, String key) {
        return new Fact(kind, key);
    }

    /** Returns the marker that every record of a kind has been sent. */
    public static RegistryRecord complete(String kind, Instant recordedAt) {
        RegistryRecord record = new Fact(kind, "").recordedAt(recordedAt);
        record.setRecordId(kind + "|snapshot");
        record.setSnapshotComplete(true);
        return record;
    }

    /** Returns the kind. */
    public String kind() {
        return kind;
    }

    /** Returns the key. */
    public String key() {
        return key;
    }

    /** Adds a text. */
    public Fact text(String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
        return this;
    }

    /** Adds a flag. */
    public Fact flag(String name, boolean value) {
        attributes.put(name, Boolean.toString(value));
        return this;
    }

    /** Adds a list. */
    public Fact texts(String name, List<String> values) {
        lists.put(name, values);
        return this;
    }

    /** Adds a number. */
    public Fact number(String name, double value) {
        numbers.put(name, value);
        return this;
    }

    /** Says since when it holds. */
    public Fact from(Instant since) {
        from = since;
        return this;
    }

    /** Says until when it holds. */
    public Fact to(Instant until) {
        to = until;
        return this;
    }

    /** Says which revision of the fact it is, 0 the first. */
    public Fact revision(long number) {
        revision = number;
        return this;
    }

    /** Makes the record as the registry knew it at a time. */
    public RegistryRecord recordedAt(Instant time) {
        RegistryRecord record = new RegistryRecord();
        record.setRecordId(kind + "|" + key + (from == null ? "" : "|" + from.getEpochSecond()));
        record.setRecordedAt(time);
        record.setKind(kind);
        record.setKey(key);
        record.setValidFrom(from);
        record.setValidTo(to);
        record.setAttributes(attributes);
        record.setLists(lists);
        record.setNumbers(numbers);
        record.setRevision(revision);
        return record;
    }
}
