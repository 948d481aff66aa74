package io.zhiwei.console.alert;

import io.zhiwei.models.trial.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How numbers and times are written. */
@Component("formats")
public final class Formats {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(AlertQuery.CHINA);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(AlertQuery.CHINA);

    /** Returns a time in Chinese time, to the minute. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /** Returns a time in Chinese time, to the second. */
    public String second(Instant time) {
        return SECOND.format(time);
    }

    /** Returns how long it is until a time, or since it, in days and hours. */
    public String left(Instant until, Instant now, Locale locale) {
        Duration left = Duration.between(now, until).abs();
        boolean past = until.isBefore(now);
        long days = left.toDays();
        int hours = left.toHoursPart();
        int minutes = left.toMinutesPart();
        if (Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
            String span = days > 0 ? days + " d " + hours + " h" : hours + " h " + minutes + " min";
            return past ? span + " past due" : span + " left";
        }
        String span = days > 0 ? days + " 天 " + hours + " 小时" : hours + " 小时 " + minutes + " 分";
        return past ? "已超 " + span : "剩余 " + span;
    }

    /** Returns a number without needless digits. */
    public String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Returns a number with two digits behind the point, for columns whose points stand below each other. */
    public String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Returns an estimate with its interval. A bound that is missing is a dash. */
    public String interval(double estimate, @Nullable Double low, @Nullable Double high) {
        return number(estimate) + " [" + bound(low) + ", " + bound(high) + "]";
    }

    /** Returns a share with its interval and what it was counted of, e.g. 80% [49%, 94%] 8/10; a dash where nothing was. */
    public String share(Proportion share) {
        if (share.isUnknown()) {
            return "–";
        }
        Proportion.Interval interval = share.interval();
        return percent(share.share()) + " [" + percent(interval.low()) + ", " + percent(interval.high()) + "] "
                + share.hits() + "/" + share.trials();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private String bound(@Nullable Double value) {
        return value == null ? "–" : number(value);
    }
}
