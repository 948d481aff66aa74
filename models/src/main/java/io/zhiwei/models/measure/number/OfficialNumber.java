package io.zhiwei.models.measure.number;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An official number as shown, read by its format.
 *
 * @param shown the number as it stood in the event
 * @param format id of the format, e.g. {@code NUM-AD-NEW}; null where no format fits
 * @param categories product categories that the number can belong to; empty where the format does not tell
 * @param expiry last day of validity; null where the number does not tell
 * @param flaws what is wrong with it
 */
public record OfficialNumber(
        String shown,
        @Nullable String format,
        Set<String> categories,
        @Nullable LocalDate expiry,
        Set<Flaw> flaws) {

    /** Returns whether a format fits and nothing is wrong with it. */
    public boolean sound() {
        return format != null && flaws.isEmpty();
    }
}
