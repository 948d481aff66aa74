package io.zhiwei.models.measure.number;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import io.zhiwei.models.measure.number.NumberFormat.DateGroup;
import io.zhiwei.models.measure.number.NumberFormat.DateMeaning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The catalogue of official number formats, read from a file of data. */
public final class NumberFormats {

    private final Map<String, NumberFormat> formats;

    private NumberFormats(Map<String, NumberFormat> formats) {
        this.formats = formats;
    }

    /** Reads the catalogue; what is wrong is noted with its line. */
    public static NumberFormats read(Path file, Problems problems) throws IOException {
        Yaml root = Yaml.read(file, problems);
        Map<String, NumberFormat> formats = new LinkedHashMap<>();
        root.get("formats").entries().forEach((id, yaml) -> formats.put(id, format(id, yaml)));
        root.refuseUnknownKeys();
        return new NumberFormats(formats);
    }

    /** Returns the ids of all formats. */
    public Set<String> ids() {
        return formats.keySet();
    }

    /** Returns the formats with these ids, in the order given; unknown ids are left out. */
    public List<NumberFormat> select(List<String> ids) {
        List<NumberFormat> result = new ArrayList<>();
        for (String id : ids) {
            NumberFormat format = formats.get(id);
            if (format != null) {
                result.add(format);
            }
        }
        return result;
    }

    private static NumberFormat format(String id, Yaml yaml) {
        Pattern pattern = pattern(yaml.get("pattern"));
        List<DateGroup> dates = new ArrayList<>();
        addDate(dates, DateMeaning.EXPIRY, yaml.texts("expiry"));
        addDate(dates, DateMeaning.GRANTED, yaml.texts("granted"));
        NumberFormat format = new NumberFormat(
                id,
                pattern,
                yaml.text("anchor"),
                dates,
                optional(yaml.find("term"), Period::parse, "a period such as P1Y"),
                optional(yaml.find("obsoleteFrom"), LocalDate::parse, "a date such as 2021-03-01"),
                new TreeSet<>(yaml.texts("categories")),
                sets(yaml.find("categoriesByClass")),
                sets(yaml.find("unsuitableMedia")),
                forbidden(yaml),
                yaml.has("check") ? yaml.text("check") : null,
                yaml.text("source"));
        refuseMissingGroups(yaml, pattern, format);
        yaml.refuseUnknownKeys();
        return format;
    }

    private static void refuseMissingGroups(Yaml yaml, Pattern pattern, NumberFormat format) {
        Set<String> needed = new TreeSet<>();
        format.dates().forEach(date -> needed.addAll(date.groups()));
        format.forbidden().forEach(combination -> needed.addAll(combination.keySet()));
        if (!format.categoriesByClass().isEmpty()) {
            needed.add("class");
        }
        if (!format.unsuitableMedia().isEmpty()) {
            needed.add("medium");
        }
        for (String group : needed) {
            if (!pattern.pattern().contains("(?<" + group + ">")) {
                yaml.refuse("the pattern has no group '" + group + "'. Name it (?<" + group + ">…).");
            }
        }
    }

    private static void addDate(List<DateGroup> dates, DateMeaning meaning, List<String> groups) {
        if (!groups.isEmpty()) {
            dates.add(new DateGroup(meaning, groups));
        }
    }

    private static Pattern pattern(Yaml yaml) {
        try {
            return Pattern.compile(yaml.text());
        } catch (PatternSyntaxException e) {
            yaml.refuse("not a regular expression: " + e.getDescription() + " near index " + e.getIndex() + ".");
            return Pattern.compile("(?!)");
        }
    }

    private static <T> @Nullable T optional(
            @Nullable Yaml yaml, java.util.function.Function<String, T> parser, String expected) {
        return yaml == null ? null : parse(yaml, parser, expected);
    }

    private static <T> @Nullable T parse(Yaml yaml, java.util.function.Function<String, T> parser, String expected) {
        try {
            return parser.apply(yaml.text());
        } catch (java.time.DateTimeException e) {
            yaml.refuse("'" + yaml.text() + "' is not " + expected + ".");
            return null;
        }
    }

    private static Map<String, Set<String>> sets(@Nullable Yaml yaml) {
        Map<String, Set<String>> result = new LinkedHashMap<>();
        if (yaml != null) {
            yaml.entries().forEach((key, value) -> {
                Set<String> members = new TreeSet<>();
                value.items().forEach(item -> members.add(item.text()));
                result.put(key, members);
            });
        }
        return result;
    }

    private static List<Map<String, Pattern>> forbidden(Yaml yaml) {
        List<Map<String, Pattern>> result = new ArrayList<>();
        for (Yaml combination : yaml.list("forbidden")) {
            Map<String, Pattern> groups = new LinkedHashMap<>();
            combination.entries().forEach((group, value) -> groups.put(group, pattern(value)));
            result.add(groups);
        }
        return result;
    }
}
