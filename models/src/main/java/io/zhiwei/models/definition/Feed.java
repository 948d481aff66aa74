package io.zhiwei.models.definition;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one stream brings to the entities of a keyed indicator.
 *
 * @param name name in the indicator's conditions
 * @param stream topic that it reads
 * @param registry kind of registry record, where it reads the registry; its attributes are the fields then
 * @param when condition under which an event visits; null means always
 * @param entity parts of the entity's key; each is a field, or alternatives separated by {@code |}
 * @param joins whether its latest record is joined to the events of the others, instead of being judged itself
 * @param dated whether a joined record counts as of the event's time; otherwise it counts whenever it came
 * @param values numbers that an event brings, as expressions
 * @param flags conditions that an event brings, as expressions
 * @param members texts that an event brings, each a field or alternatives
 * @param corrects field with the identifier of the event that this one takes back; null where it takes back none
 * @param version number of an event's version, as an expression: of events with one identifier only the one with the greatest
 *     counts; null where events have no versions
 * @param daily whether of equal events of one subject and day only the first and the last are kept
 * @param beside whether only events count that carry a sign already
 * @param near bits by which the fingerprints of two texts may differ and still be the same entity; 0 means that texts do
 *     not matter
 * @param keep how long an event is kept; a joined registry record stays
 * @param line line in the file
 */
public record Feed(
        String name,
        String stream,
        @Nullable String registry,
        @Nullable String when,
        List<String> entity,
        boolean joins,
        boolean dated,
        Map<String, String> values,
        Map<String, String> flags,
        Map<String, String> members,
        @Nullable String corrects,
        @Nullable String version,
        boolean daily,
        boolean beside,
        int near,
        Duration keep,
        int line) {

    /** Returns what it reads from an event, in words: two feeds with one layout bring the same. */
    String layout() {
        return String.join(
                ";",
                stream,
                String.valueOf(registry),
                String.valueOf(when),
                entity.toString(),
                String.valueOf(joins),
                values.toString(),
                flags.toString(),
                members.toString(),
                String.valueOf(corrects),
                String.valueOf(version),
                String.valueOf(daily),
                String.valueOf(beside),
                String.valueOf(near));
    }

    /** The stream of registry records. */
    public static final String REGISTRY = "registry";

    /** The entity of a registry record: the record's own key. */
    public static final String RECORD_KEY = "key";

    private static final Duration MONTH = Duration.ofDays(30);

    static Feed read(Yaml yaml, String ownTopic) {
        String registry = optional(yaml, "registry");
        String stream = registry == null ? yaml.text("stream", ownTopic) : REGISTRY;
        Feed feed = new Feed(
                yaml.text("as", registry != null ? registry : "events"),
                stream,
                registry,
                optional(yaml, "when"),
                registry != null && !yaml.has("entity") ? List.of(RECORD_KEY) : yaml.texts("entity"),
                registry != null || yaml.flag("joins", false),
                yaml.flag("dated", registry != null),
                texts(yaml, "values"),
                texts(yaml, "flags"),
                texts(yaml, "members"),
                optional(yaml, "corrects"),
                optional(yaml, "version"),
                yaml.flag("daily", false),
                yaml.flag("beside", false),
                yaml.integer("near", 0),
                duration(yaml, "keep", MONTH),
                yaml.line());
        if (feed.entity.isEmpty()) {
            yaml.refuse("entity is missing. Name the fields that identify what the event visits.");
        }
        yaml.refuseUnknownKeys();
        return feed;
    }

    static Duration duration(Yaml yaml, String key, Duration otherwise) {
        Yaml found = yaml.find(key);
        if (found == null) {
            return otherwise;
        }
        Duration duration = found.parse(Duration::parse, "a duration such as P7D or PT24H", otherwise);
        if (duration.isZero() || duration.isNegative()) {
            found.refuse(key + " must be longer than nothing, such as P7D or PT24H.");
            return otherwise;
        }
        return duration;
    }

    private static Map<String, String> texts(Yaml yaml, String key) {
        Map<String, String> result = new LinkedHashMap<>();
        Yaml mapping = yaml.find(key);
        if (mapping != null) {
            mapping.entries().forEach((name, value) -> result.put(name, value.text()));
        }
        return result;
    }

    private static @Nullable String optional(Yaml yaml, String key) {
        return yaml.has(key) ? yaml.text(key) : null;
    }
}
