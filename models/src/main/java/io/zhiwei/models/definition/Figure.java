package io.zhiwei.models.definition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
        COUNT("n"),
        /** Sum of a value. */
        SUM("n"),
        /** Number of different members. */
        DISTINCT("t"),
        /** Different members of the later half of the window that the earlier half does not name. */
        FRESH("t"),
        /** Largest value. */
        MAX("n"),
        /** Smallest value. */
        MIN("n"),
        /** Lower end of the 95 % Wilson interval of the share of events with the first flag among those with the second. */
        SHARE("nn"),
        /** Largest speed in km/h towards another event of the window: of longitude and latitude in degrees. */
        SPEED("nn"),
        /** Largest distance in km to another event of the window: of longitude and latitude in degrees. */
        DISTANCE("nn"),
        /** Robust z of the event's value among those of the window: (x − median) / (1.4826 · MAD). */
        ROBUST_Z("n"),
        /** Median of a value. */
        MEDIAN("n"),
        /** Share of the most frequent member among all events that name one. */
        TOP("t"),
        /** Usual daily sum of a value before the event's day: exponentially weighted, λ = 0.1; unknown before 14 days. */
        USUAL("n"),
        /** Probability of a daily sum as large as the event's day's, if the usual one were the mean of a Poisson law. */
        POISSON_TAIL("n"),
        /**
         * Probability that the first value makes so large a part of the day's sum of both, by the part that it made before, and by
         * the share that the event says is usual: beta-binomial. It stays large where both grow alike.
         */
        SHARE_TAIL("nnn"),
        /**
         * EARS C2: standard deviations by which the different members of the event's day so far exceed the daily ones of the
         * week that ended three days before; unknown where the window holds nothing older than that week.
         */
        EARS("t"),
        /** Logarithm of MaxSPRT's likelihood ratio: different members of the window against what the event says is expected. */
        SPRT("tn"),
        /** Herfindahl-Hirschman index, 0 to 1, of a party and an amount in fen. */
        CONCENTRATION("tn"),
        /** Smallest of the Ponzi ratios of the window's months of thirty days: inflow, payouts, receipts, investor. */
        PONZI_RATIO("nnnt"),
        /** Rate that half of the principal reaches or stays below: rate in percent a year, principal in fen. */
        MEDIAN_RATE("nn"),
        /** Growth of a month during the last ninety days of the sum of a value over the window. */
        GROWTH("n"),
        /** How far weekly inflow has fallen from its best of the window while payouts rise, 0 to 1; otherwise 0. */
        FALL("nn"),
        /** Days that the money lasts: principal, rate in percent a year, term in days, inflow, outflow. */
        RUNWAY("nnnnn"),
        /** Share of payees at one rate and at even gaps; 0 where they are not: holder, principal, payee, interest. */
        FIXED_RATE("tntn"),
        /** Rate that is paid, percent a year, of half of the principal at most: holder, principal, payee, interest. */
        PAID_RATE("tntn"),
        /** Share of amounts in fen that are multiples of one base sum. */
        LATTICE("n"),
        /** Share of what came that left within the hour: in, out, fen. */
        FAST_SHARE("nn"),
        /** Levels of the referral tree: inviter, invitee. */
        DEPTH("tt"),
        /** Members of the referral tree: inviter, invitee. */
        MEMBERS("tt"),
        /** Members of the largest branch right below the organiser: inviter, invitee. */
        BRANCH("tt");

        private final String takes;

        Kind(String takes) {
            this.takes = takes;
        }

        /** Returns what it is computed of, in order: {@code n} a value or a flag, {@code t} a member. */
        public String takes() {
            return takes;
        }

        /** Returns its name in a model. */
        public String word() {
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

    /**
     * Returns what is wrong with the names that it is computed of, or null.
     *
     * @param members names that are texts; the others are numbers
     */
    @Nullable
    String complaint(Set<String> members) {
        boolean fits = of.size() == kind.takes.length();
        for (int i = 0; fits && i < of.size(); i++) {
            fits = members.contains(of.get(i)) == (kind.takes.charAt(i) == 't');
        }
        return fits
                ? null
                : name + ": " + kind.word() + " takes "
                        + kind.takes
                                .chars()
                                .mapToObj(letter -> letter == 't' ? "a member" : "a value")
                                .collect(Collectors.joining(", "))
                        + ".";
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
