package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Lookup;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.registry.RegistryFacts;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/**
 * Joins a registry record to an event as of its time.
 *
 * @param lookup what is looked up
 * @param key parts of the record's key
 * @param attributes words of the record's attributes
 * @param absent word that says whether the registry is complete and still knows no such record
 */
record LookupReading(Lookup lookup, List<KeyPart> key, RegistryFacts attributes, Vocabulary.Word absent) {

    void read(IndexedRecord event, NormalText text, Instant time, Registry registry, Facts facts) {
        String whole = whole(event, text, facts);
        RegistryRecord found = whole.isEmpty() ? null : registry.asOf(lookup.registry(), whole, time);
        attributes.set(found, facts);
        boolean missing = found == null && !whole.isEmpty();
        boolean absentNow = missing && registry.isComplete(lookup.registry());
        facts.set(absent, absentNow);
        if (missing && !absentNow && lookup.expected()) {
            registry.noteMissing(lookup.registry(), whole);
        }
    }

    /** Returns the key, empty where a part is unknown. */
    private String whole(IndexedRecord event, NormalText text, Facts facts) {
        StringBuilder whole = new StringBuilder();
        for (KeyPart part : key) {
            String value = part.of(event, text, facts);
            if (value.isEmpty()) {
                return "";
            }
            whole.append(whole.isEmpty() ? "" : Registry.SEPARATOR).append(value);
        }
        return whole.toString();
    }
}
