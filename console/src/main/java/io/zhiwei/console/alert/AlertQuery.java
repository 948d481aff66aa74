package io.zhiwei.console.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of alerts is filtered by; null means any.
 *
 * @param level level name
 * @param model model id
 * @param region GB/T 2260 code
 * @param zone functional zone within the region
 * @param agency agency that leads the alert, or to which it was handed
 * @param status status name
 * @param from first day of the last event, Chinese time
 * @param to last day, inclusive
 * @param text words in subject, excerpts or notes
 * @param subject subject id
 * @param overdue whether only alerts whose review clock has run out are listed
 */
public record AlertQuery(
        @Nullable String level,
        @Nullable String model,
        @Nullable String region,
        @Nullable String zone,
        @Nullable String agency,
        @Nullable String status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable String subject,
        @Nullable Boolean overdue) {

    /** Nothing is filtered. */
    public static final AlertQuery ANY =
            new AlertQuery(null, null, null, null, null, null, null, null, null, null, null);

    /** Statuses in which the review clock runs. */
    static final List<String> UNDECIDED = List.of("OPEN", "CLAIMED");

    /** Days begin at Chinese midnight. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final int LONGEST_TEXT = 200;

    /** Levels, highest first. */
    public static final List<String> LEVELS = List.of("RED", "ORANGE", "YELLOW", "BLUE");

    /** Turns blanks into null and cuts texts that nobody types. */
    public AlertQuery {
        level = orNull(level);
        model = orNull(model);
        region = orNull(region);
        zone = orNull(zone);
        agency = orNull(agency);
        status = orNull(status);
        text = orNull(text);
        subject = orNull(subject);
        overdue = Boolean.TRUE.equals(overdue) ? overdue : null;
    }

    /** Returns a filter for the alerts about a subject. */
    public static AlertQuery about(String subject) {
        return new AlertQuery(null, null, null, null, null, null, null, null, null, subject, null);
    }

    /** Returns what is filtered by, as the parameters of a page, in the order of the form. */
    public Map<String, String> parameters() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "level", level);
        put(set, "model", model);
        put(set, "region", region);
        put(set, "zone", zone);
        put(set, "agency", agency);
        put(set, "status", status);
        put(set, "from", from);
        put(set, "to", to);
        put(set, "text", text);
        put(set, "subject", subject);
        put(set, "overdue", overdue);
        return set;
    }

    /** Returns the address of a page under this filter. */
    public String at(String path) {
        return at(path, Map.of());
    }

    /** Returns the address of a page under this filter with some parameters added or replaced; an empty value takes one away. */
    public String at(String path, Map<String, ?> others) {
        return PageAddress.of(path, parameters(), others);
    }

    private static void put(Map<String, String> set, String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value.toString());
        }
    }

    /** Returns whether an alert belongs to the list. Text is looked for as it stands; Elasticsearch also finds parts. */
    public boolean matches(AlertView alert) {
        AlertView.Region place = alert.region();
        return same(level, alert.level())
                && same(model, alert.model().id())
                && same(region, place == null ? null : place.code())
                && same(zone, place == null ? null : place.zone())
                && (agency == null || alert.agencies().contains(agency))
                && same(status, alert.status())
                && same(subject, alert.subject().id())
                && inTime(alert)
                && (overdue == null || alert.overdue(Instant.now()))
                && (text == null || says(alert, text.toLowerCase(Locale.ROOT)));
    }

    private boolean inTime(AlertView alert) {
        LocalDate day = LocalDate.ofInstant(alert.lastSeen(), CHINA);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static boolean says(AlertView alert, String words) {
        return alert.title().toLowerCase(Locale.ROOT).contains(words)
                || alert.findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .anyMatch(evidence ->
                                evidence.excerpt().toLowerCase(Locale.ROOT).contains(words));
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equals(found);
    }

    private static @Nullable String orNull(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String stripped = value.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
    }
}
