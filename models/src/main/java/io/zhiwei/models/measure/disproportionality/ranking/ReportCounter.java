package io.zhiwei.models.measure.disproportionality.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers what reports name. A report may name pairs as they are, or products and events apart: then each of its products
 * is paired with each of its events.
 */
public final class ReportCounter {

    private final Names reports = new Names("reports", Triple.MOST_REPORTS);
    private final Names products = new Names("products", Triple.MOST_NAMES);
    private final Names events = new Names("events", Triple.MOST_NAMES);
    private final Names strata = new Names("strata", Triple.MOST_NAMES);
    private final Map<Integer, Set<Integer>> productsApart = new HashMap<>();
    private final Map<Integer, Set<Integer>> eventsApart = new HashMap<>();
    private final Longs pairs = new Longs();
    private final Longs productNamings = new Longs();
    private final Longs eventNamings = new Longs();
    private final Map<String, String> stratumOf = new HashMap<>();

    /** Numbers for names, in the order of their coming. */
    private static final class Names {

        private final String what;
        private final int most;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        Names(String what, int most) {
            this.what = what;
            this.most = most;
        }

        int number(String name) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            if (names.size() == most) {
                throw new IllegalArgumentException(
                        "there are more than " + most + " " + what + ". Give fewer files at a time.");
            }
            numbers.put(name, names.size());
            names.add(name);
            return names.size() - 1;
        }
    }

    /** Numbers that are gathered one by one and then taken in order, each once. */
    private static final class Longs {

        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] distinct() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.parallelSort(sorted);
            int distinct = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            return Arrays.copyOf(sorted, distinct);
        }
    }

    /** Notes that a report names a product together with an event. */
    public void pair(String report, String product, String event) {
        pairs.add(Triple.of(name(report, product), nameEvent(report, event), reports.number(report)));
    }

    /** Notes that a report names a product, whatever its events. */
    public void product(String report, String product) {
        productsApart
                .computeIfAbsent(reports.number(report), key -> new TreeSet<>())
                .add(name(report, product));
    }

    /** Notes that a report names an event, whatever its products. */
    public void event(String report, String event) {
        eventsApart
                .computeIfAbsent(reports.number(report), key -> new TreeSet<>())
                .add(nameEvent(report, event));
    }

    private int name(String report, String product) {
        int number = products.number(product);
        productNamings.add(Triple.of(number, 0, reports.number(report)));
        return number;
    }

    private int nameEvent(String report, String event) {
        int number = events.number(event);
        eventNamings.add(Triple.of(number, 0, reports.number(report)));
        return number;
    }

    /** Notes the stratum of a report; the last one counts. A report that names nothing stays uncounted. */
    public void stratum(String report, String stratum) {
        stratumOf.put(report, stratum);
    }

    /** Returns the counts of all that was noted. */
    public ReportCounts count() {
        productsApart.forEach((report, named) -> named.forEach(product -> eventsApart
                .getOrDefault(report, Set.of())
                .forEach(event -> pairs.add(Triple.of(product, event, report)))));
        productsApart.clear();
        return new ReportCounts(
                List.copyOf(products.names),
                List.copyOf(events.names),
                pairs.distinct(),
                productNamings.distinct(),
                eventNamings.distinct(),
                reports.names.stream().mapToInt(this::stratum).toArray());
    }

    /** Reports of no known stratum are one of their own, the first. */
    private int stratum(String report) {
        String stratum = stratumOf.get(report);
        return stratum == null ? 0 : 1 + strata.number(stratum);
    }
}
