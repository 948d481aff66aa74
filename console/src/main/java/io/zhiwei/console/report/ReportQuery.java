package io.zhiwei.console.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for; null means any.
 *
 * @param kind length of the period; a week where it is left out
 * @param day any day of the period; today where it is left out
 * @param agency lead agency
 * @param region GB/T 2260 code
 */
public record ReportQuery(
        Period.@Nullable Kind kind,
        @Nullable LocalDate day,
        @Nullable String agency,
        @Nullable String region) {

    /** Turns blanks into null. */
    public ReportQuery {
        agency = agency == null || agency.isBlank() ? null : agency.strip();
        region = region == null || region.isBlank() ? null : region.strip();
    }

    /** Returns the period that is asked for. */
    public Period period(LocalDate today) {
        return Period.of(kind == null ? Period.Kind.WEEK : kind, day == null ? today : day);
    }
}
