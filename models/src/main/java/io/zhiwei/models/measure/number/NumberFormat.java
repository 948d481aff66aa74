package io.zhiwei.models.measure.number;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One format of official number.
 *
 * @param id name of the format
 * @param pattern expression with named groups, to be found anywhere in a text without blanks
 * @param anchor literal that every such number contains: texts without it are not searched
 * @param dates date groups
 * @param term how long a number is valid from its grant; null where the number states its own expiry or has none
 * @param obsoleteFrom day from which no such number can still be valid; null where none
 * @param categories product categories of the format
 * @param categoriesByClass product categories by the value of the group {@code class}
 * @param unsuitableMedia media for which the value of the group {@code medium} was not granted
 * @param forbidden combinations of group values that cannot exist
 * @param check check digit rule: {@code uscc} or none
 * @param source law or rule that fixes the format
 */
public record NumberFormat(
        String id,
        Pattern pattern,
        String anchor,
        List<DateGroup> dates,
        @Nullable Period term,
        @Nullable LocalDate obsoleteFrom,
        Set<String> categories,
        Map<String, Set<String>> categoriesByClass,
        Map<String, Set<String>> unsuitableMedia,
        List<Map<String, Pattern>> forbidden,
        @Nullable String check,
        String source) {

    /** What a date group says. */
    public enum DateMeaning {
        /** Last day of validity. */
        EXPIRY,
        /** Day, month or year of the grant. */
        GRANTED
    }

    /**
     * Groups that together form a date.
     *
     * @param meaning what the date says
     * @param groups names of the groups, year first; a two-digit year is in this century
     */
    public record DateGroup(DateMeaning meaning, List<String> groups) {}
}
