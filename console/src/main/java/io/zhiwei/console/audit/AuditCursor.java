package io.zhiwei.console.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Place in the record, after which the next page begins: that of the last entry shown.
 *
 * @param at milliseconds since the epoch
 * @param number place in its chain
 * @param chain its chain
 */
public record AuditCursor(long at, long number, String chain) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})_(\\d{1,18})_([\\w-]{1,100})");

    static AuditCursor of(AuditView entry) {
        return new AuditCursor(entry.at().toEpochMilli(), entry.number(), entry.chain());
    }

    /** Reads what {@link #toString} wrote; anything else is no place, and the record begins with the newest entry. */
    public static Optional<AuditCursor> parse(@Nullable String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        return written.matches()
                ? Optional.of(new AuditCursor(
                        Long.parseLong(written.group(1)), Long.parseLong(written.group(2)), written.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return at + "_" + number + "_" + chain;
    }
}
