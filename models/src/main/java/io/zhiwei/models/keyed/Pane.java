package io.zhiwei.models.keyed;

import io.zhiwei.models.measure.distinct.DistinctSketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an entity within one span of time. The earliest of each feed are kept one by one, the rest only in sums, so that no
 * entity grows without bound: they count, but none of them is judged.
 *
 * @param entries the earliest, in order
 * @param rest sums of the others, by feed
 */
public record Pane(List<Entry> entries, List<Rest> rest) {

    /** Events of one feed in a pane that are kept one by one. */
    public static final int MAX_ENTRIES = 256;

    /**
     * What is left of events that are not kept.
     *
     * @param feed place of their feed
     * @param latest latest event time, milliseconds
     * @param count number of events
     * @param sums sums of their numbers
     * @param sketches by member, how many different ones there are; see {@link DistinctSketch}
     */
    public record Rest(int feed, long latest, long count, double[] sums, byte[][] sketches) {

        /** Accepts what was kept before there were sketches. */
        @SuppressWarnings("ConstantValue") // Flink restores what an older release saved.
        public Rest {
            sketches = sketches == null ? new byte[0][] : sketches;
        }

        static Rest nothing(Entry like) {
            return new Rest(like.feed(), like.time(), 0, new double[like.numbers().length], new byte[0][]);
        }

        Rest with(Entry entry) {
            double[] more = sums.clone();
            for (int i = 0; i < more.length; i++) {
                more[i] += Double.isNaN(entry.numbers()[i]) ? 0 : entry.numbers()[i];
            }
            return new Rest(feed, Math.max(latest, entry.time()), count + entry.count(), more, sketched(entry.texts()));
        }

        private byte[][] sketched(String[] texts) {
            byte[][] more = Arrays.copyOf(sketches, texts.length);
            for (int i = 0; i < texts.length; i++) {
                byte[] sketch = i < sketches.length ? sketches[i] : DistinctSketch.empty();
                more[i] = texts[i].isEmpty() ? sketch : DistinctSketch.with(sketch, texts[i]);
            }
            return more;
        }
    }

    static Pane empty() {
        return new Pane(List.of(), List.of());
    }

    boolean isEmpty() {
        return entries.isEmpty() && rest.isEmpty();
    }

    /**
     * Returns the pane with one more; the same one where it is known already, in no older version. A later version of what was
     * taken back is taken back too.
     */
    Pane with(Entry entry, boolean daily) {
        int known = find(entry);
        if (known >= 0 && entries.get(known).version() >= entry.version()) {
            return this;
        }
        Entry come = known >= 0 && entries.get(known).isTakenBack() ? entry.takenBack() : entry;
        List<Entry> merged = merged(come, known);
        if (daily) {
            condense(merged, come);
        }
        if (merged.size() <= MAX_ENTRIES || count(merged, come.feed()) <= MAX_ENTRIES) {
            return new Pane(merged, rest);
        }
        Entry latest = merged.remove(latest(merged, come.feed()));
        return new Pane(merged, withRest(latest));
    }

    private static int count(List<Entry> entries, int feed) {
        int count = 0;
        for (int i = 0; i < entries.size(); i++) {
            count += entries.get(i).feed() == feed ? 1 : 0;
        }
        return count;
    }

    private static int latest(List<Entry> entries, int feed) {
        int place = entries.size() - 1;
        while (entries.get(place).feed() != feed) {
            place--;
        }
        return place;
    }

    /** Returns the place of what is the same event or record, -1 where there is none. */
    private int find(Entry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isSame(entry)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns what is the same event or record, null where there is none. */
    @Nullable
    Entry same(Entry entry) {
        int place = find(entry);
        return place < 0 ? null : entries.get(place);
    }

    /** Returns the pane without an event. */
    Pane without(Entry entry) {
        List<Entry> left = new ArrayList<>(entries);
        left.removeIf(entry::isSame);
        return new Pane(left, rest);
    }

    private List<Entry> merged(Entry entry, int instead) {
        List<Entry> merged = new ArrayList<>(entries.size() + 1);
        merged.addAll(entries);
        if (instead >= 0) {
            merged.remove(instead);
        }
        int place = merged.size();
        while (place > 0 && Entry.inOrder(merged.get(place - 1), entry) > 0) {
            place--;
        }
        merged.add(place, entry);
        return merged;
    }

    /** Returns the pane with another verdict about one of its events; the same one where it has no such event. */
    Pane judged(Entry judged) {
        int place = find(judged);
        if (place < 0) {
            return this;
        }
        List<Entry> replaced = new ArrayList<>(entries);
        replaced.set(place, judged);
        return new Pane(replaced, rest);
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
            result.add(Rest.nothing(entry).with(entry));
        }
        return result;
    }
}
