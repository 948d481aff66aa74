package io.zhiwei.models.keyed;

import java.util.ArrayList;
import java.util.List;

/**
 * The events of an entity within one span of time. The earliest are kept one by one, the rest only in sums, so that no
 * entity grows without bound: they count, but none of them is judged.
 *
 * @param entries the earliest, in order
 * @param rest sums of the others, by feed
 */
public record Pane(List<Entry> entries, List<Rest> rest) {

    /** Events of a pane that are kept one by one. */
    public static final int MAX_ENTRIES = 256;

    /**
     * What is left of events that are not kept.
     *
     * @param feed place of their feed
     * @param latest latest event time, milliseconds
     * @param count number of events
     * @param sums sums of their numbers
     */
    public record Rest(int feed, long latest, long count, double[] sums) {

        Rest with(Entry entry) {
            double[] more = sums.clone();
            for (int i = 0; i < more.length; i++) {
                more[i] += Double.isNaN(entry.numbers()[i]) ? 0 : entry.numbers()[i];
            }
            return new Rest(feed, Math.max(latest, entry.time()), count + entry.count(), more);
        }
    }

    static Pane empty() {
        return new Pane(List.of(), List.of());
    }

    boolean isEmpty() {
        return entries.isEmpty() && rest.isEmpty();
    }

    /** Returns the pane with one more; the same one where it is known already, in no older version. */
    Pane with(Entry entry, boolean daily) {
        List<Entry> merged = new ArrayList<>(entries.size() + 1);
        for (Entry known : entries) {
            if (!known.isSame(entry)) {
                merged.add(known);
            } else if (known.version() >= entry.version()) {
                return this;
            }
        }
        merged.add(entry);
        merged.sort(Entry::inOrder);
        if (daily) {
            condense(merged, entry);
        }
        if (merged.size() <= MAX_ENTRIES) {
            return new Pane(merged, rest);
        }
        return new Pane(merged.subList(0, MAX_ENTRIES), withRest(merged.get(MAX_ENTRIES)));
    }

    /** Of equal events of one day only the first and the last stay; the first stands for those between. */
    private static void condense(List<Entry> entries, Entry come) {
        List<Integer> equal = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isEqualIn(come) && Days.of(entries.get(i).time()) == Days.of(come.time())) {
                equal.add(i);
            }
        }
        if (equal.size() > 2) {
            int middle = equal.get(1);
            Entry first = entries.get(equal.get(0));
            entries.set(
                    equal.get(0),
                    first.standingFor(first.count() + entries.get(middle).count()));
            entries.remove(middle);
        }
    }

    private List<Rest> withRest(Entry entry) {
        List<Rest> result = new ArrayList<>();
        boolean known = false;
        for (Rest one : rest) {
            result.add(one.feed() == entry.feed() ? one.with(entry) : one);
            known |= one.feed() == entry.feed();
        }
        if (!known) {
            result.add(new Rest(entry.feed(), entry.time(), 0, new double[entry.numbers().length]).with(entry));
        }
        return result;
    }

    /** Returns the pane without an event. */
    Pane without(Entry entry) {
        List<Entry> left = new ArrayList<>(entries);
        left.removeIf(entry::isSame);
        return new Pane(left, rest);
    }
}
