package io.zhiwei.models.keyed;

import io.zhiwei.models.definition.Figure;
import io.zhiwei.models.measure.distinct.DistinctSketch;
import io.zhiwei.models.measure.sequential.MaxSprt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes one figure around an event. */
final class FigureReading {

    /** What does not ask which event of the day it is figured around. */
    private static final Set<Figure.Kind> OF_THE_DAY = EnumSet.of(
            Figure.Kind.COUNT,
            Figure.Kind.SUM,
            Figure.Kind.DISTINCT,
            Figure.Kind.MAX,
            Figure.Kind.MIN,
            Figure.Kind.SHARE,
            Figure.Kind.MEDIAN,
            Figure.Kind.TOP);

    /** What looks at days before the event from their beginning, or at times that its own rules choose. */
    private static final Set<Figure.Kind> BY_DAYS = EnumSet.complementOf(EnumSet.of(
            Figure.Kind.COUNT,
            Figure.Kind.SUM,
            Figure.Kind.DISTINCT,
            Figure.Kind.FRESH,
            Figure.Kind.MAX,
            Figure.Kind.MIN,
            Figure.Kind.SHARE,
            Figure.Kind.SPEED,
            Figure.Kind.DISTANCE,
            Figure.Kind.MEDIAN,
            Figure.Kind.TOP,
            Figure.Kind.SPRT,
            Figure.Kind.ROBUST_Z));

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double MS_PER_HOUR = 3_600_000;
    private static final double NORMAL_CONSISTENCY = 1.4826;
    /** Square of the standard normal quantile of a two-sided interval of 95 %. */
    private static final double Z2 = 1.959964 * 1.959964;

    private final Figure figure;
    private final List<Column> columns;
    private final int near;

    /**
     * Prepares the computation.
     *
     * @param figure what is computed
     * @param columns where its values lie
     * @param near bits by which fingerprints may differ
     */
    FigureReading(Figure figure, List<Column> columns, int near) {
        this.figure = figure;
        this.columns = columns;
        this.near = near;
    }

    /**
     * Where a value lies: a number or a text of a feed's entries, or the entries themselves.
     *
     * @param feed place of the feed
     * @param index place among its numbers or texts; -1 for the entries themselves
     * @param text whether it is a text
     */
    record Column(int feed, int index, boolean text) {

        double number(Entry entry) {
            return index < 0 ? 1 : entry.numbers()[index];
        }
    }

    Figure figure() {
        return figure;
    }

    boolean reads(int feed) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).feed() == feed) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first and the last moment of events whose figure an event of that time may change. */
    long firstTouched(long time) {
        return switch (figure.span()) {
            case BACK -> time;
            case AROUND -> time - figure.within().toMillis();
            case DAY -> Days.start(Days.of(time));
        };
    }

    long lastTouched(long time) {
        return figure.span() == Figure.Span.DAY
                ? Days.start(Days.of(time) + 1) - 1
                : time + figure.within().toMillis();
    }

    /** Returns whether it takes in events after the one that it is computed around, beyond the day. */
    boolean looksAhead() {
        return figure.span() == Figure.Span.AROUND;
    }

    /** Returns whether it takes in a day from its beginning to its end, and not only what lies within its span. */
    boolean isOfWholeDays() {
        return figure.span() == Figure.Span.DAY || BY_DAYS.contains(figure.kind());
    }

    /** Returns whether it is the same around all events of a day. */
    boolean isOfTheDay() {
        return figure.span() == Figure.Span.DAY && near == 0 && OF_THE_DAY.contains(figure.kind());
    }

    /** Returns whether it looks at events of any age. */
    boolean readsAll() {
        return figure.kind() == Figure.Kind.PONZI_RATIO;
    }

    /** Returns the events of a feed that the figure takes in around an event. */
    private List<Entry> taken(Entries entries, int feed, Entry around) {
        long time = around.time();
        long within = figure.within().toMillis();
        List<Entry> inTime = switch (figure.span()) {
            case BACK -> entries.between(feed, time - within + 1, time);
            case AROUND -> entries.between(feed, time - within, time + within);
            case DAY -> entries.between(feed, Days.start(Days.of(time)), Days.start(Days.of(time) + 1) - 1);
        };
        return near == 0
                ? inTime
                : inTime.stream().filter(entry -> isNear(entry, around)).toList();
    }

    private boolean isNear(Entry entry, Entry around) {
        return Long.bitCount(entry.fingerprint() ^ around.fingerprint()) <= near;
    }

    /** Returns the figure around an event; NaN where nothing says anything. */
    double value(Entries entries, Entry around) {
        return switch (figure.kind()) {
            case COUNT, SUM -> sum(entries, around, columns.get(0));
            case DISTINCT -> distinct(entries, around);
            case FRESH -> fresh(entries, around);
            case MAX -> extreme(entries, around, 1);
            case MIN -> extreme(entries, around, -1);
            case SHARE -> wilson(sum(entries, around, columns.get(0)), sum(entries, around, columns.get(1)));
            case SPEED, DISTANCE -> farthest(entries, around);
            case MEDIAN -> median(numbers(entries, around));
            case TOP -> top(entries, around);
            case USUAL -> new DailySums(entries, around, columns.get(0), figure.within()).usual();
            case POISSON_TAIL -> new DailySums(entries, around, columns.get(0), figure.within()).poissonTail();
            case SHARE_TAIL -> shareTail(entries, around);
            case EARS -> new DailyMembers(entries, around, columns.get(0), figure.within()).deviations();
            case SPRT ->
                MaxSprt.logLikelihoodRatio(
                        distinct(entries, around), columns.get(1).number(around));
            case ROBUST_Z -> robustZ(numbers(entries, around), columns.get(0).number(around));
            case CONCENTRATION -> money(entries, around).concentration();
            case PONZI_RATIO -> money(entries, around).ponziRatio();
            case MEDIAN_RATE -> money(entries, around).medianRate();
            case GROWTH -> money(entries, around).growth();
            case FALL -> money(entries, around).fall();
            case RUNWAY -> money(entries, around).runway();
            case FIXED_RATE -> money(entries, around).fixedRate();
            case PAID_RATE -> money(entries, around).paidRate();
            case LATTICE -> money(entries, around).lattice();
            case FAST_SHARE -> money(entries, around).fastShare();
            case DEPTH -> money(entries, around).tree().depth();
            case MEMBERS -> money(entries, around).tree().members();
            case BRANCH -> money(entries, around).branch();
        };
    }

    private MoneyReading money(Entries entries, Entry around) {
        return new MoneyReading(
                entries, columns, around.time() - figure.within().toMillis(), lastTaken(around.time()));
    }

    private long lastTaken(long time) {
        return figure.span() == Figure.Span.AROUND ? time + figure.within().toMillis() : time;
    }

    private double sum(Entries entries, Entry around, Column column) {
        double sum = 0;
        List<Entry> taken = taken(entries, column.feed(), around);
        for (int i = 0; i < taken.size(); i++) {
            double number = column.number(taken.get(i));
            sum += Double.isNaN(number) ? 0 : number * taken.get(i).count();
        }
        for (Pane.Rest rest : entries.rest()) {
            if (rest.feed() == column.feed() && restCounts(rest, around)) {
                sum += column.index() < 0 ? rest.count() : rest.sums()[column.index()];
            }
        }
        return sum;
    }

    /** A full pane's rest lies where its latest event lies. */
    private boolean restCounts(Pane.Rest rest, Entry around) {
        return switch (figure.span()) {
            case BACK ->
                rest.latest() <= around.time()
                        && rest.latest() > around.time() - figure.within().toMillis();
            case AROUND ->
                Math.abs(rest.latest() - around.time()) <= figure.within().toMillis();
            case DAY -> Days.of(rest.latest()) == Days.of(around.time());
        };
    }

    private double distinct(Entries entries, Entry around) {
        Column column = columns.get(0);
        Set<String> seen = members(taken(entries, column.feed(), around), column);
        List<byte[]> sketches = new ArrayList<>(0);
        for (Pane.Rest rest : entries.rest()) {
            if (rest.feed() == column.feed() && restCounts(rest, around) && column.index() < rest.sketches().length) {
                sketches.add(rest.sketches()[column.index()]);
            }
        }
        // Whole, so that a rounding error does not cross a threshold.
        return sketches.isEmpty() ? seen.size() : Math.rint(DistinctSketch.estimate(sketches, seen));
    }

    private double fresh(Entries entries, Entry around) {
        Column column = columns.get(0);
        long half = around.time() - figure.within().toMillis() / 2;
        List<Entry> taken = taken(entries, column.feed(), around);
        Set<String> fresh =
                members(taken.stream().filter(entry -> entry.time() > half).toList(), column);
        fresh.removeAll(
                members(taken.stream().filter(entry -> entry.time() <= half).toList(), column));
        return fresh.size();
    }

    private static Set<String> members(List<Entry> entries, Column column) {
        Set<String> members = new HashSet<>();
        for (Entry entry : entries) {
            members.add(entry.texts()[column.index()]);
        }
        members.remove("");
        return members;
    }

    private double shareTail(Entries entries, Entry around) {
        Column usual = columns.get(2);
        DailySums others = new DailySums(entries, around, columns.get(1), figure.within());
        return around.feed() == usual.feed()
                ? new DailySums(entries, around, columns.get(0), figure.within())
                        .shareTail(others, usual.number(around))
                : Double.NaN;
    }

    private double top(Entries entries, Entry around) {
        Column column = columns.get(0);
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        int most = 0;
        for (Entry entry : taken(entries, column.feed(), around)) {
            String text = entry.texts()[column.index()];
            if (!text.isEmpty()) {
                all += entry.count();
                most = Math.max(most, counts.merge(text, entry.count(), Integer::sum));
            }
        }
        return all == 0 ? Double.NaN : (double) most / all;
    }

    private double extreme(Entries entries, Entry around, int sign) {
        Column column = columns.get(0);
        List<Entry> taken = taken(entries, column.feed(), around);
        double extreme = Double.NaN;
        for (int i = 0; i < taken.size(); i++) {
            double number = column.number(taken.get(i));
            extreme = Double.isNaN(extreme) || sign * number > sign * extreme ? number : extreme;
        }
        return extreme;
    }

    private double[] numbers(Entries entries, Entry around) {
        Column column = columns.get(0);
        return taken(entries, column.feed(), around).stream()
                .mapToDouble(column::number)
                .filter(number -> !Double.isNaN(number))
                .toArray();
    }

    private double farthest(Entries entries, Entry around) {
        double farthest = 0;
        for (Entry entry : taken(entries, columns.get(0).feed(), around)) {
            if (entry != around) {
                double km = km(around, entry);
                double hours = Math.abs(around.time() - entry.time()) / MS_PER_HOUR;
                double figured = figure.kind() == Figure.Kind.DISTANCE ? km : km / Math.max(hours, 1 / MS_PER_HOUR);
                farthest = Double.isNaN(figured) ? farthest : Math.max(farthest, figured);
            }
        }
        return farthest;
    }

    /** Great-circle distance by the haversine formula. */
    private double km(Entry a, Entry b) {
        double lonA = Math.toRadians(columns.get(0).number(a));
        double lonB = Math.toRadians(columns.get(0).number(b));
        double latA = Math.toRadians(columns.get(1).number(a));
        double latB = Math.toRadians(columns.get(1).number(b));
        double sinLat = Math.sin((latB - latA) / 2);
        double sinLon = Math.sin((lonB - lonA) / 2);
        double h = sinLat * sinLat + Math.cos(latA) * Math.cos(latB) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** Lower end of the interval of Wilson (1927); 0 where there is nothing to share. */
    static double wilson(double part, double whole) {
        if (whole <= 0) {
            return 0;
        }
        double share = part / whole;
        double spread = Math.sqrt(Z2 * (share * (1 - share) + Z2 / (4 * whole)) / whole);
        return Math.max(0, (share + Z2 / (2 * whole) - spread) / (1 + Z2 / whole));
    }

    static double median(double[] numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Robust z; 0 where the middle half of the numbers is one number. */
    static double robustZ(double[] numbers, double number) {
        double median = median(numbers);
        double mad =
                median(Arrays.stream(numbers).map(one -> Math.abs(one - median)).toArray());
        return mad == 0 || Double.isNaN(mad) ? 0 : (number - median) / (NORMAL_CONSISTENCY * mad);
    }
}
