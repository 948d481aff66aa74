package io.zhiwei.console.audit;

import io.zhiwei.console.alert.PageAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the record is searched by; null means any.
 *
 * @param who login of the person, as it stands
 * @param action what was asked for, as it stands
 * @param from first day, Chinese time
 * @param to last day, inclusive
 * @param text what it is about, as it stands, or words of what was sent
 */
public record AuditQuery(
        @Nullable String who,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {

    private static final int LONGEST_TEXT = 200;

    /** Turns blanks into null and cuts texts that nobody types. */
    public AuditQuery {
        who = orNull(who);
        action = orNull(action);
        text = orNull(text);
    }

    /** Returns the address of a page under this filter with some parameters added or replaced; an empty value takes one away. */
    public String at(String path, Map<String, ?> others) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("who", Objects.toString(who, ""));
        set.put("action", Objects.toString(action, ""));
        set.put("from", Objects.toString(from, ""));
        set.put("to", Objects.toString(to, ""));
        set.put("text", Objects.toString(text, ""));
        return PageAddress.of(path, set, others);
    }

    private static @Nullable String orNull(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String stripped = value.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
    }
}
