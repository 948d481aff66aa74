package io.zhiwei.models.measure.number;

import io.zhiwei.models.measure.number.NumberFormat.DateGroup;
import io.zhiwei.models.measure.number.NumberFormat.DateMeaning;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads official numbers and judges them by their own groups: dates, class, medium, check digit. Whether an authority
 * really granted a number only its register can tell.
 */
public final class NumberCheck {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cf}]+");

    private final List<NumberFormat> formats;

    /** Makes a check over some formats; the first that fits wins. */
    public NumberCheck(List<NumberFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * What a number is judged against.
     *
     * @param day day on which it was used
     * @param categories product categories that it may be, any of which suits; empty where unknown
     * @param medium medium; null where unknown
     */
    public record Use(
            LocalDate day, Set<String> categories, @Nullable String medium) {}

    /** Reads a number that stands alone in a field; a text that fits no format gives a number without one. */
    public OfficialNumber read(String shown, Use use) {
        String plain = plain(shown);
        for (NumberFormat format : formats) {
            Matcher matcher = format.pattern().matcher(plain);
            if (matcher.find()) {
                return judge(shown, format, matcher, use);
            }
        }
        return new OfficialNumber(shown, null, Set.of(), null, Set.of());
    }

    /** Finds the numbers inside a running text. */
    public List<OfficialNumber> find(String text, Use use) {
        List<OfficialNumber> result = new ArrayList<>();
        String plain = "";
        for (NumberFormat format : formats) {
            if (text.contains(format.anchor())) {
                plain = plain.isEmpty() ? plain(text) : plain;
                Matcher matcher = format.pattern().matcher(plain);
                while (matcher.find()) {
                    result.add(judge(matcher.group(), format, matcher, use));
                }
            }
        }
        return result;
    }

    private static String plain(String shown) {
        return BLANKS.matcher(Normalizer.normalize(shown, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static OfficialNumber judge(String shown, NumberFormat format, Matcher matcher, Use use) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        LocalDate expiry = expiry(format, matcher, use, flaws);
        if (expiry != null && use.day().isAfter(expiry)) {
            flaws.add(Flaw.EXPIRED);
        }
        Set<String> categories = categories(format, matcher);
        if (!use.categories().isEmpty()
                && !categories.isEmpty()
                && Collections.disjoint(categories, use.categories())) {
            flaws.add(Flaw.WRONG_CATEGORY);
        }
        if (use.medium() != null && unsuitable(format, matcher).contains(use.medium())) {
            flaws.add(Flaw.WRONG_MEDIUM);
        }
        if (breaksRule(format, matcher)) {
            flaws.add(Flaw.IMPOSSIBLE);
        }
        return new OfficialNumber(shown, format.id(), categories, expiry, flaws);
    }

    private static @Nullable LocalDate expiry(NumberFormat format, Matcher matcher, Use use, Set<Flaw> flaws) {
        LocalDate expiry = null;
        for (DateGroup date : format.dates()) {
            LocalDate value = date(date, matcher);
            if (value == null) {
                flaws.add(Flaw.IMPOSSIBLE);
            } else if (date.meaning() == DateMeaning.EXPIRY) {
                expiry = value;
            } else {
                if (value.isAfter(use.day())) {
                    flaws.add(Flaw.IMPOSSIBLE);
                }
                expiry = format.term() == null ? expiry : value.plus(format.term());
            }
        }
        LocalDate obsolete = format.obsoleteFrom();
        return obsolete != null && (expiry == null || expiry.isAfter(obsolete)) ? obsolete : expiry;
    }

    /** Reads year, month and day, as far as the groups go; null where no such day exists. */
    private static @Nullable LocalDate date(DateGroup date, Matcher matcher) {
        try {
            int[] parts = {0, 1, 1};
            for (int i = 0; i < date.groups().size(); i++) {
                parts[i] = Integer.parseInt(matcher.group(date.groups().get(i)));
            }
            return LocalDate.of(parts[0] < 100 ? 2000 + parts[0] : parts[0], parts[1], parts[2]);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Set<String> categories(NumberFormat format, Matcher matcher) {
        return format.categoriesByClass().isEmpty()
                ? format.categories()
                : format.categoriesByClass().getOrDefault(matcher.group("class"), format.categories());
    }

    private static Set<String> unsuitable(NumberFormat format, Matcher matcher) {
        return format.unsuitableMedia().isEmpty()
                ? Set.of()
                : format.unsuitableMedia().getOrDefault(matcher.group("medium"), Set.of());
    }

    private static boolean breaksRule(NumberFormat format, Matcher matcher) {
        for (Map<String, Pattern> combination : format.forbidden()) {
            boolean all = true;
            for (Map.Entry<String, Pattern> group : combination.entrySet()) {
                String value = matcher.group(group.getKey());
                all &= value != null && group.getValue().matcher(value).matches();
            }
            if (all) {
                return true;
            }
        }
        return "uscc".equals(format.check()) && !CreditCode.isSound(matcher.group());
    }
}
