package io.zhiwei.models.definition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a keyed indicator computes around an event of its entity.
 *
 * @param name name in the indicator's conditions
 * @param kind what is computed
 * @param of names of the values, flags or members that it is computed of
 * @param span which events it takes in
 * @param within length of the window, or of the half on each side
 * @param line line in the file
 */
public record Figure(String name, Kind kind, List<String> of, Span span, Duration within, int line) {

    /** What is computed. */
    public enum Kind {
        /** Events on which a flag is set, or all events of a feed. */
        COUNT,
        /** Sum of a value. */
        SUM,
        /** Number of different members. */
        DISTINCT,
        /** Largest value. */
        MAX,
        /** Smallest value. */
        MIN,
        /** Lower end of the 95 % Wilson interval of the share of events with the first flag among those with the second. */
        SHARE,
        /** Largest speed in km/h towards another event of the window: of longitude and latitude in degrees. */
        SPEED,
        /** Largest distance in km to another event of the window: of longitude and latitude in degrees. */
        DISTANCE,
        /** Robust z of the event's value among those of the window: (x − median) / (1.4826 · MAD). */
        ROBUST_Z,
        /** Median of a value. */
        MEDIAN,
        /** Share of the most frequent member among all events that name one. */
        TOP,
        /** Usual daily sum of a value before the event's day: exponentially weighted, λ = 0.1; unknown before 14 days. */
        USUAL,
        /** Probability of a daily sum as large as the event's day's, if the usual one were the mean of a Poisson law. */
        POISSON_TAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which events a figure takes in. */
    public enum Span {
        /** Those before the event, itself included. */
        BACK,
        /** Those before and after it. */
        AROUND,
        /** Those of the same day, Asia/Shanghai. */
        DAY
    }

    static Figure read(String name, Yaml yaml) {
        Kind kind = kind(yaml);
        boolean day = yaml.flag("day", false);
        boolean around = yaml.flag("around", false);
        Duration within = Feed.duration(yaml, "within", Duration.ofDays(1));
        if (day == yaml.has("within")) {
            yaml.refuse("give either within, a duration such as P7D, or 'day: true'.");
        }
        Figure figure = new Figure(
                name,
                kind,
                yaml.texts(kind.word()),
                day ? Span.DAY : around ? Span.AROUND : Span.BACK,
                within,
                yaml.line());
        yaml.refuseUnknownKeys();
        return figure;
    }

    private static Kind kind(Yaml yaml) {
        List<Kind> named = Arrays.stream(Kind.values())
                .filter(kind -> yaml.has(kind.word()))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        yaml.refuse("names " + (named.isEmpty() ? "no" : "more than one") + " computation. Known: "
                + String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList()) + ".");
        return Kind.COUNT;
    }

    /** Returns the figure's value that is neither window nor place, or null. */
    @Nullable
    String only() {
        return of.size() == 1 ? of.get(0) : null;
    }
}
