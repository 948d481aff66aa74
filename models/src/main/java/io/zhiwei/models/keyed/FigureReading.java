package io.zhiwei.models.keyed;

import io.zhiwei.models.definition.Figure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes one figure around an event. */
final class FigureReading {

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
        return columns.stream().anyMatch(column -> column.feed() == feed);
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

    private boolean takesIn(Entry entry, Entry around) {
        long time = entry.time();
        boolean inTime = switch (figure.span()) {
            case BACK ->
                time <= around.time() && time > around.time() - figure.within().toMillis();
            case AROUND -> Math.abs(time - around.time()) <= figure.within().toMillis();
            case DAY -> Days.of(time) == Days.of(around.time());
        };
        return inTime && (near == 0 || Long.bitCount(entry.fingerprint() ^ around.fingerprint()) <= near);
    }

    /** Returns the figure around an event; NaN where nothing says anything. */
    double value(Entries entries, Entry around) {
        return switch (figure.kind()) {
            case COUNT, SUM -> sum(entries, around, columns.get(0));
            case DISTINCT -> distinct(entries, around);
            case MAX -> extreme(entries, around, 1);
            case MIN -> extreme(entries, around, -1);
            case SHARE -> wilson(sum(entries, around, columns.get(0)), sum(entries, around, columns.get(1)));
            case SPEED, DISTANCE -> farthest(entries, around);
            case MEDIAN -> median(numbers(entries, around));
            case TOP -> top(entries, around);
            case USUAL -> new DailySums(entries, around, columns.get(0), figure.within()).usual();
            case POISSON_TAIL -> new DailySums(entries, around, columns.get(0), figure.within()).poissonTail();
            case ROBUST_Z -> robustZ(numbers(entries, around), columns.get(0).number(around));
        };
    }

    private double sum(Entries entries, Entry around, Column column) {
        double sum = 0;
        for (Entry entry : entries.all()) {
            if (entry.feed() == column.feed() && takesIn(entry, around)) {
                double number = column.number(entry);
                sum += Double.isNaN(number) ? 0 : number * entry.count();
            }
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
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries.all()) {
            if (entry.feed() == column.feed() && takesIn(entry, around)) {
                String text = entry.texts()[column.index()];
                if (!text.isEmpty()) {
                    seen.add(text);
                }
            }
        }
        return seen.size();
    }

    private double top(Entries entries, Entry around) {
        Column column = columns.get(0);
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        int most = 0;
        for (Entry entry : entries.all()) {
            if (entry.feed() == column.feed() && takesIn(entry, around)) {
                String text = entry.texts()[column.index()];
                if (!text.isEmpty()) {
                    all += entry.count();
                    most = Math.max(most, counts.merge(text, entry.count(), Integer::sum));
                }
            }
        }
        return all == 0 ? Double.NaN : (double) most / all;
    }

    private double extreme(Entries entries, Entry around, int sign) {
        double extreme = Double.NaN;
        for (double number : numbers(entries, around)) {
            extreme = Double.isNaN(extreme) || sign * number > sign * extreme ? number : extreme;
        }
        return extreme;
    }

    private double[] numbers(Entries entries, Entry around) {
        Column column = columns.get(0);
        return entries.all().stream()
                .filter(entry -> entry.feed() == column.feed() && takesIn(entry, around))
                .mapToDouble(column::number)
                .filter(number -> !Double.isNaN(number))
                .toArray();
    }

    private double farthest(Entries entries, Entry around) {
        double farthest = 0;
        for (Entry entry : entries.all()) {
            if (entry.feed() == columns.get(0).feed() && entry != around && takesIn(entry, around)) {
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
