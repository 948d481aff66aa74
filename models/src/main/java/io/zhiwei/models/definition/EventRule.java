package io.zhiwei.models.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the event schema mean what.
 *
 * @param schema full name of the Avro record
 * @param id field with the identifier
 * @param time field with the event time
 * @param region field with the region code; null where there is none
 * @param zone field with the zone code; null where there is none
 * @param category field with the product category, against which numbers are judged; null where there is none
 * @param medium field with the medium; null where there is none
 * @param particulars fields shown to the reader
 */
public record EventRule(
        String schema,
        String id,
        String time,
        @Nullable String region,
        @Nullable String zone,
        @Nullable String category,
        @Nullable String medium,
        List<String> particulars) {

    static EventRule read(Yaml yaml) {
        EventRule rule = new EventRule(
                yaml.text("schema"),
                yaml.text("id"),
                yaml.text("time"),
                yaml.has("region") ? yaml.text("region") : null,
                yaml.has("zone") ? yaml.text("zone") : null,
                yaml.has("category") ? yaml.text("category") : null,
                yaml.has("medium") ? yaml.text("medium") : null,
                yaml.texts("particulars"));
        yaml.refuseUnknownKeys();
        return rule;
    }
}
