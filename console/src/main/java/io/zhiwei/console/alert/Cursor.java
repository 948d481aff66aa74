package io.zhiwei.console.alert;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Place in a list of alerts, after which the next page begins.
 *
 * @param raisedAt milliseconds since the epoch of the last alert shown
 * @param alertId its id
 */
public record Cursor(long raisedAt, String alertId) {

    /** Reads what {@link #toString} wrote; anything else is no place, and the list begins at its top. */
    public static Optional<Cursor> parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}_[\\w-]{1,100}")) {
            return Optional.empty();
        }
        int bar = text.indexOf('_');
        return Optional.of(new Cursor(Long.parseLong(text.substring(0, bar)), text.substring(bar + 1)));
    }

    @Override
    public String toString() {
        return raisedAt + "_" + alertId;
    }
}
