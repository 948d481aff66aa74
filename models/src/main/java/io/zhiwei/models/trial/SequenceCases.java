package io.zhiwei.models.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/**
 * The labelled sequences of a model, {@code cases.yaml} or, beside cases of single events, {@code sequences.yaml}: events
 * of several streams with their times, registry records, and what must come of them.
 */
public final class SequenceCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, String>> defaults = new HashMap<>();
    private int numbered;

    private SequenceCases() {}

    /**
     * An event of a stream.
     *
     * @param topic the stream
     * @param event the event
     */
    public record StreamEvent(String topic, GenericRecord event) {

        Instant time() {
            return Instant.ofEpochMilli(
                    (long) event.get(EventStream.ofTopic(topic).timeField()));
        }
    }

    /**
     * A labelled sequence.
     *
     * @param name what it shows
     * @param records registry records and markers
     * @param events events in order
     * @param fires indicators that must fire, and no others
     * @param silent those of the others for which this is a near miss
     * @param alert what the alerts must say
     */
    public record Sequence(
            String name,
            List<RegistryRecord> records,
            List<StreamEvent> events,
            Set<String> fires,
            Set<String> silent,
            ExpectedAlert alert) {}

    /**
     * What the alerts of a sequence must say.
     *
     * @param level level that the highest must have; NONE for any
     * @param none whether there may be none at all
     * @param agency part of the name of its lead agency; empty for any
     * @param figures figures that the latest statements must contain, by name
     * @param episodes figures that the statements of each episode must contain, the earliest episode first
     * @param index index that the highest must have; NaN for any
     */
    public record ExpectedAlert(
            Level level,
            boolean none,
            String agency,
            Map<String, Double> figures,
            List<Map<String, Double>> episodes,
            double index) {

        static ExpectedAlert read(Yaml yaml) {
            Yaml latest = yaml.find("figures");
            return new ExpectedAlert(
                    yaml.has("level") ? Level.valueOf(yaml.text("level")) : Level.NONE,
                    !yaml.flag("alert", true),
                    yaml.text("agency", ""),
                    latest == null ? Map.of() : figures(latest),
                    yaml.list("episodes").stream().map(ExpectedAlert::figures).toList(),
                    yaml.number("index", Double.NaN));
        }

        private static Map<String, Double> figures(Yaml mapping) {
            Map<String, Double> figures = new LinkedHashMap<>();
            mapping.entries().forEach((name, value) -> figures.put(name, value.number()));
            return figures;
        }
    }

    /** Reads the sequences; what is wrong is noted with its line. */
    public static List<Sequence> read(Path file, Problems problems) throws IOException {
        return new SequenceCases().read(Yaml.read(file, problems));
    }

    private List<Sequence> read(Yaml root) {
        Yaml common = root.find("defaults");
        if (common != null) {
            common.entries().forEach((topic, fields) -> defaults.put(topic, texts(fields)));
        }
        List<RegistryRecord> shared = records(root);
        root.texts("complete").forEach(kind -> shared.add(marker(kind)));
        List<Sequence> result = new ArrayList<>();
        for (Yaml yaml : root.list("sequences")) {
            List<RegistryRecord> own = new ArrayList<>(shared);
            own.addAll(records(yaml));
            result.add(new Sequence(
                    yaml.text("name"),
                    own,
                    events(yaml),
                    new TreeSet<>(yaml.texts("fires")),
                    new TreeSet<>(yaml.texts("silent")),
                    ExpectedAlert.read(yaml)));
            yaml.refuseUnknownKeys();
        }
        root.refuseUnknownKeys();
        return result;
    }

    private List<StreamEvent> events(Yaml yaml) {
        List<StreamEvent> events = new ArrayList<>();
        for (Yaml item : yaml.list("events")) {
            int times = item.integer("times", 1);
            Duration every = item.has("every")
                    ? item.get("every").parse(Duration::parse, "a duration such as P1D", Duration.ZERO)
                    : Duration.ZERO;
            item.entries().forEach((topic, fields) -> {
                for (int i = 0; i < times && !topic.equals("times") && !topic.equals("every"); i++) {
                    event(topic, fields, i, every.multipliedBy(i), events);
                }
            });
        }
        return events;
    }

    private void event(String topic, Yaml fields, int index, Duration later, List<StreamEvent> events) {
        EventStream stream = EventStream.ofTopic(topic);
        Map<String, String> otherwise = new LinkedHashMap<>(defaults.getOrDefault(topic, Map.of()));
        fields.entries().keySet().stream()
                .filter(name -> stream.schema().getField(name) == null)
                .forEach(name -> fields.refuse("an event of " + topic + " has no field '" + name + "'."));
        String id = stream.schema().getFields().get(stream.idField()).name();
        otherwise.putIfAbsent(id, "event-" + ++numbered);
        try {
            events.add(new StreamEvent(
                    topic, new EventJson(stream.schema()).event(tree(stream, fields, index, later), otherwise)));
        } catch (IllegalArgumentException e) {
            fields.refuse(String.valueOf(e.getMessage()));
        }
    }

    /** In an event that is repeated a {@code #} stands for its number from 0, and its time moves on. */
    private static JsonNode tree(EventStream stream, Yaml fields, int index, Duration later) {
        ObjectNode tree = JSON.valueToTree(fields.plain());
        String time = stream.schema().getFields().get(stream.timeField()).name();
        for (Map.Entry<String, JsonNode> field : List.copyOf(tree.properties())) {
            String text = field.getValue().asText();
            if (field.getKey().equals(time) && !later.isZero()) {
                tree.put(time, OffsetDateTime.parse(text).plus(later).toString());
            } else if (field.getValue().isTextual() && text.contains("#")) {
                tree.put(field.getKey(), text.replace("#", Integer.toString(index)));
            }
        }
        return tree;
    }

    private static Map<String, String> texts(Yaml fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.entries()
                .forEach((name, value) ->
                        values.put(name, value.items().stream().map(Yaml::text).collect(Collectors.joining("|"))));
        return values;
    }

    private List<RegistryRecord> records(Yaml yaml) {
        List<RegistryRecord> records = new ArrayList<>();
        for (Yaml item : yaml.list("registry")) {
            RegistryRecord.Builder record = RegistryRecord.newBuilder()
                    .setRecordId(item.text("id", "record-" + ++numbered))
                    .setRecordedAt(Instant.EPOCH)
                    .setKind(item.text("kind"))
                    .setKey(item.text("key"))
                    .setRevision(item.integer("revision", 0))
                    .setWithdrawn(item.flag("withdrawn", false));
            if (item.has("from")) {
                record.setValidFrom(time(item.get("from")));
            }
            if (item.has("to")) {
                record.setValidTo(time(item.get("to")));
            }
            record.setAttributes(item.has("attributes") ? texts(item.get("attributes")) : Map.of());
            record.setLists(lists(item));
            record.setNumbers(numbers(item));
            item.refuseUnknownKeys();
            records.add(record.build());
        }
        return records;
    }

    private static Map<String, List<String>> lists(Yaml item) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (item.has("lists")) {
            item.get("lists")
                    .entries()
                    .forEach((name, value) -> lists.put(
                            name, value.items().stream().map(Yaml::text).toList()));
        }
        return lists;
    }

    private static Map<String, Double> numbers(Yaml item) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (item.has("numbers")) {
            item.get("numbers").entries().forEach((name, value) -> numbers.put(name, value.number()));
        }
        return numbers;
    }

    private static Instant time(Yaml yaml) {
        return yaml.parse(
                text -> OffsetDateTime.parse(text).toInstant(),
                "a time such as 2026-05-01T08:00:00+08:00",
                Instant.EPOCH);
    }

    private static RegistryRecord marker(String kind) {
        return RegistryRecord.newBuilder()
                .setRecordId("marker-" + kind)
                .setRecordedAt(Instant.EPOCH)
                .setKind(kind)
                .setKey("")
                .setSnapshotComplete(true)
                .build();
    }
}
