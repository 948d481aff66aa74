package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Digest;
import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Profile;
import io.zhiwei.models.assessment.Subject;
import io.zhiwei.models.definition.EventRule;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.NormalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The parts of an event that every model needs: reference, subject, profile, keys. */
final class EventParts {

    /** Pseudo-field: fingerprint of what the event says. */
    static final String CREATIVE = "creative";

    private static final int NAME_LENGTH = 24;

    /** Stands for the text that the event says. */
    private static final FieldPath TEXT = new FieldPath(-1, -1);

    private final Model model;
    private final EventFields fields;
    private final Problems problems;
    private final int id;
    private final int time;
    private final int region;
    private final int zone;
    private final int category;
    private final int medium;
    private final Map<String, FieldPath> particulars = new LinkedHashMap<>();
    private final Map<String, SubjectParts> subjects = new LinkedHashMap<>();

    /** Key and name of one kind of subject. */
    private record SubjectParts(String kind, List<List<FieldPath>> key, List<FieldPath> name) {}

    EventParts(Model model, EventFields fields, Problems problems) {
        this.model = model;
        this.fields = fields;
        this.problems = problems;
        EventRule rule = model.event();
        this.id = position(rule.id());
        this.time = position(rule.time());
        this.region = optional(rule.region());
        this.zone = optional(rule.zone());
        this.category = optional(rule.category());
        this.medium = optional(rule.medium());
        rule.particulars().forEach(name -> particulars.put(name, path(name)));
        model.reads()
                .subjects()
                .forEach((name, subject) -> subjects.put(
                        name,
                        new SubjectParts(
                                subject.kind(),
                                key(subject.key()),
                                subject.name().stream().map(this::path).toList())));
    }

    EventRef reference(IndexedRecord event) {
        return new EventRef(EventFields.text(event, id), model.stream(), time(event));
    }

    /** Returns the event time; times are milliseconds, or instants where the reader converts logical types. */
    Instant time(IndexedRecord event) {
        Object value = event.get(time);
        return value instanceof Instant instant ? instant : Instant.ofEpochMilli(((Number) value).longValue());
    }

    @Nullable
    String region(IndexedRecord event) {
        return known(event, region);
    }

    @Nullable
    String category(IndexedRecord event) {
        return known(event, category);
    }

    @Nullable
    String medium(IndexedRecord event) {
        return known(event, medium);
    }

    /** Returns the names of the subjects; the model's own has the empty name. */
    Set<String> subjects() {
        return subjects.keySet();
    }

    /** Returns the subject of a name, which must be one of {@link #subjects}. */
    Subject subject(String name, IndexedRecord event, NormalText text) {
        SubjectParts parts = Objects.requireNonNull(subjects.get(name), name);
        return new Subject(parts.kind(), keyOf(event, text, parts.key()), name(parts.name(), event, text));
    }

    Profile profile(IndexedRecord event, String leadAgency) {
        Map<String, String> shown = new LinkedHashMap<>();
        particulars.forEach((name, path) -> {
            String text = path.of(event);
            if (!text.isEmpty() && !text.equals("[]")) {
                shown.put(name.substring(name.lastIndexOf('.') + 1), text);
            }
        });
        return new Profile(text(event, region), text(event, zone), leadAgency, shown);
    }

    /** Compiles the parts of a key; each part is a field or alternatives separated by {@code |}. */
    private List<List<FieldPath>> key(List<String> parts) {
        List<List<FieldPath>> result = new ArrayList<>();
        for (String part : parts) {
            result.add(java.util.Arrays.stream(part.split("\\|"))
                    .map(String::trim)
                    .map(name -> name.equals(CREATIVE) ? TEXT : path(name))
                    .toList());
        }
        return result;
    }

    /** Returns the key of an event, a digest of its parts. */
    private static String keyOf(IndexedRecord event, NormalText text, List<List<FieldPath>> key) {
        String[] parts = new String[key.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(event, text, key.get(i));
        }
        return Digest.hex(parts);
    }

    /** Returns the first known one of the alternatives, empty where none is known. */
    private static String part(IndexedRecord event, NormalText text, List<FieldPath> alternatives) {
        for (FieldPath path : alternatives) {
            String value = path.equals(TEXT) ? Fingerprint.creative(text.text()) : path.of(event);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String name(List<FieldPath> paths, IndexedRecord event, NormalText text) {
        StringBuilder name = new StringBuilder();
        for (FieldPath path : paths) {
            String value = path.of(event);
            if (!value.isEmpty()) {
                name.append(name.isEmpty() ? "" : " · ").append(value);
            }
        }
        if (!name.isEmpty()) {
            return name.toString();
        }
        String original = text.original();
        int end = Math.min(NAME_LENGTH, original.length());
        return original.substring(0, end) + (end < original.length() ? "…" : "");
    }

    private static @Nullable String known(IndexedRecord event, int position) {
        String value = text(event, position);
        return value.isEmpty() || value.equals("UNKNOWN") ? null : value;
    }

    private static String text(IndexedRecord event, int position) {
        return position < 0 ? "" : EventFields.text(event, position);
    }

    private int optional(@Nullable String name) {
        return name == null ? -1 : position(name);
    }

    private FieldPath path(String name) {
        return fields.path(name).orElseGet(() -> new FieldPath(position(name), -1));
    }

    private int position(String name) {
        return fields.position(name).orElseGet(() -> {
            problems.add(0, "the event has no field '" + name + "'." + Problems.suggest(name, fields.names()));
            return 0;
        });
    }
}
