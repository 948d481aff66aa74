package io.zhiwei.models.measure.cluster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Batch numbers as people write them. */
public final class BatchNumber {

    private static final Pattern PREFIX = Pattern.compile("^((产品|生产)?批号[.:]?|(LOT|BATCH)( ?NO)?[.: ])");
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Pd}_/]+");
    private static final Set<String> UNKNOWN =
            Set.of("", "0", "不详", "无", "未知", "不明", "空", "NA", "N.A.", "NONE", "NULL", "UNKNOWN", "UNK");

    private BatchNumber() {}

    /** Returns a number without case, width, spaces, dashes and prefix; empty where none was given. */
    public static Optional<String> normalise(String written) {
        String folded = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String bare = PREFIX.matcher(folded.strip()).replaceFirst("");
        String number = BETWEEN.matcher(bare).replaceAll("");
        return UNKNOWN.contains(number) ? Optional.empty() : Optional.of(number);
    }

    /**
     * Returns the one known number that a number differs from by a single typing mistake; empty where it is known itself,
     * or none or several are that near. Merge with a flag, never silently.
     *
     * @param number normal form
     * @param known numbers of the maker's batches, normal forms
     */
    public static Optional<String> mistyped(String number, Collection<String> known) {
        if (known.contains(number)) {
            return Optional.empty();
        }
        List<String> near = new ArrayList<>();
        for (String other : known) {
            if (differsByOne(number, other)) {
                near.add(other);
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** Returns whether one character was changed, left out or added. */
    static boolean differsByOne(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1 || longer.equals(shorter)) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        int rest = longer.length() == shorter.length() ? same + 1 : same;
        return longer.substring(same + 1).equals(shorter.substring(rest));
    }

    /**
     * Returns how far two numbers lie apart that differ only in their last digits, as those of batches made one after the
     * other; empty where more differs.
     */
    public static Optional<Long> distance(String one, String other) {
        int digits = Math.min(trailingDigits(one), trailingDigits(other));
        if (digits == 0 || one.length() != other.length() || !one.regionMatches(0, other, 0, one.length() - digits)) {
            return Optional.empty();
        }
        return Optional.of(Math.abs(Long.parseLong(one.substring(one.length() - digits))
                - Long.parseLong(other.substring(other.length() - digits))));
    }

    private static int trailingDigits(String number) {
        int digits = 0;
        // A long holds eighteen digits for certain.
        while (digits < number.length() && digits < 18 && isDigit(number.charAt(number.length() - 1 - digits))) {
            digits++;
        }
        return digits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
