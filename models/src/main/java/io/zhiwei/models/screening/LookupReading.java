package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Lookup;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.registry.RegistryFacts;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Joins a registry record to an event as of its time, once a condition asks what the record says. Holds the event at hand. */
@SuppressWarnings("NullAway.Init") // An event is read before anything is asked.
final class LookupReading {

    private final Lookup lookup;
    private final List<KeyPart> key;
    private final RegistryFacts attributes;
    private final Vocabulary.Word absent;
    private final TextReading text;

    private Registry registry;
    private Facts facts;
    private IndexedRecord event;
    private Instant time;
    private boolean lookedUp;
    private boolean missing;
    private @Nullable RegistryRecord found;

    /**
     * Prepares the look-up.
     *
     * @param lookup what is looked up
     * @param key parts of the record's key
     * @param attributes words of the record's attributes
     * @param absent word that says whether the registry is complete and still knows no such record
     * @param text text of the event at hand
     */
    LookupReading(
            Lookup lookup, List<KeyPart> key, RegistryFacts attributes, Vocabulary.Word absent, TextReading text) {
        this.lookup = lookup;
        this.key = key;
        this.attributes = attributes;
        this.absent = absent;
        this.text = text;
    }

    /** Makes the facts look into a registry. */
    void leave(Facts words, Registry records) {
        facts = words;
        registry = records;
        attributes.leave(words, this::record);
        words.leave(absent, new Facts.Later() {
            @Override
            protected Object value() {
                return record() == null && missing && registry.isComplete(lookup.registry());
            }
        });
    }

    /** Takes an event at hand; its facts must be clear. */
    void read(IndexedRecord now, Instant when) {
        event = now;
        time = when;
        lookedUp = false;
    }

    private @Nullable RegistryRecord record() {
        if (!lookedUp) {
            lookedUp = true;
            lookUp();
        }
        return found;
    }

    private void lookUp() {
        String whole = whole();
        found = whole.isEmpty() ? null : registry.asOf(lookup.registry(), whole, time);
        missing = found == null && !whole.isEmpty();
        if (missing && lookup.expected() && !registry.isComplete(lookup.registry())) {
            registry.noteMissing(lookup.registry(), whole);
        }
    }

    /** Returns the key, empty where a part is unknown. */
    private String whole() {
        if (key.size() == 1) {
            return key.get(0).of(event, text.normal(), facts);
        }
        StringBuilder whole = new StringBuilder();
        for (KeyPart part : key) {
            String value = part.of(event, text.normal(), facts);
            if (value.isEmpty()) {
                return "";
            }
            whole.append(whole.isEmpty() ? "" : Registry.SEPARATOR).append(value);
        }
        return whole.toString();
    }
}
