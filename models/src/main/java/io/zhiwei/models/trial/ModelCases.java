package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The labelled cases of a model, {@code cases.yaml}: one event each, and what must come of it. */
public final class ModelCases {

    private ModelCases() {}

    /**
     * A labelled case.
     *
     * @param name what it shows
     * @param event the event
     * @param alert whether an alert must be raised
     * @param level lowest level that it must have; NONE for any
     * @param fires indicators that must fire
     * @param silent indicators that must not
     * @param kinds violation kinds that must be named
     */
    public record LabelledCase(
            String name,
            GenericRecord event,
            boolean alert,
            Level level,
            Set<String> fires,
            Set<String> silent,
            Set<String> kinds) {

        /** Returns what is wrong with an assessment, empty where all is as it must be. */
        public String complaint(Episode episode, Set<String> kindsFound) {
            List<String> complaints = new ArrayList<>();
            boolean alarmed = episode.level() != Level.NONE;
            if (alarmed != alert) {
                complaints.add(alert ? "no alert" : "an alert");
            }
            if (episode.level().compareTo(level) < 0) {
                complaints.add("level " + episode.level() + " below " + level);
            }
            complain(complaints, "did not fire", fires, episode.signs().keySet(), false);
            complain(complaints, "fired", silent, episode.signs().keySet(), true);
            complain(complaints, "kind not named", kinds, kindsFound, false);
            return String.join("; ", complaints);
        }

        private static void complain(
                List<String> complaints, String words, Set<String> wanted, Set<String> found, boolean bad) {
            Set<String> wrong =
                    wanted.stream().filter(id -> found.contains(id) == bad).collect(Collectors.toSet());
            if (!wrong.isEmpty()) {
                complaints.add(words + ": " + new TreeSet<>(wrong));
            }
        }
    }

    /** Reads the cases; what is wrong is noted with its line. */
    public static List<LabelledCase> read(Path file, Schema schema, Problems problems) throws IOException {
        EventCells cells = new EventCells(schema);
        List<LabelledCase> result = new ArrayList<>();
        Yaml root = Yaml.read(file, problems);
        int number = 0;
        for (Yaml yaml : root.get("cases").items()) {
            number++;
            Map<String, String> values = new LinkedHashMap<>();
            values.put("adId", "case-" + number);
            yaml.get("event").entries().forEach((field, value) -> {
                if (!cells.knows(field)) {
                    value.refuse("the event has no field '" + field + "'.");
                }
                values.put(field, value.items().stream().map(Yaml::text).collect(Collectors.joining("|")));
            });
            values.putIfAbsent("publishedAt", "2026-06-01T09:00:00+08:00");
            try {
                result.add(read(yaml, cells.event(values)));
            } catch (IllegalArgumentException e) {
                yaml.refuse(String.valueOf(e.getMessage()));
            }
            yaml.refuseUnknownKeys();
        }
        root.refuseUnknownKeys();
        return result;
    }

    private static LabelledCase read(Yaml yaml, GenericRecord event) {
        return new LabelledCase(
                yaml.text("name"),
                event,
                yaml.flag("alert", true),
                yaml.has("level") ? Level.valueOf(yaml.text("level")) : Level.NONE,
                new TreeSet<>(yaml.texts("fires")),
                new TreeSet<>(yaml.texts("silent")),
                new TreeSet<>(yaml.texts("kinds")));
    }
}
