package io.zhiwei.models.keyed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * What an entity keeps, or a part of it, in order of time, without what was taken back. What is only joined lies in panes apart: it is few,
 * and looked for at any age.
 */
final class Entries {

    /** Number of the pane of registry records, which are few and hold for long. */
    static final long RECORDS = Long.MIN_VALUE;

    /** Number of the pane of corrections whose event has not come. */
    static final long CORRECTIONS = RECORDS + 1;

    /** What the pane of a span of time has as its number when it holds events that are only joined. */
    private static final long JOINED = -(1L << 40);

    private static final long FIRST_OF_TIME = JOINED / 2;

    private final List<Entry> all = new ArrayList<>();
    private final List<List<Entry>> byFeed;
    private final List<Pane.Rest> rest = new ArrayList<>();

    private Entries(int feeds) {
        byFeed = new ArrayList<>(feeds);
        for (int feed = 0; feed < feeds; feed++) {
            byFeed.add(feeds == 1 ? all : new ArrayList<>());
        }
    }

    /** Reads everything. */
    static Entries all(EntityState state, int feeds) {
        Entries entries = new Entries(feeds);
        for (long number : new TreeSet<>(state.panes())) {
            entries.read(number, state, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return entries;
    }

    /**
     * Reads the registry records, the events that are only joined, and the others of a span of time.
     *
     * @param records whether there may be registry records
     * @param joined whether there may be events that are only joined
     * @param from first moment, included, milliseconds
     * @param to last moment, included; {@link Long#MAX_VALUE} only where there may be events that are only joined
     * @param pane number of the pane in which a moment lies
     */
    static Entries of(
            EntityState state, int feeds, boolean records, boolean joined, long from, long to, LongUnaryOperator pane) {
        Entries entries = new Entries(feeds);
        if (records) {
            entries.read(RECORDS, state, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long first = pane.applyAsLong(from);
        long last = to == Long.MAX_VALUE ? to : pane.applyAsLong(to);
        if (joined) {
            for (long number : new TreeSet<>(state.panes())) {
                if (number > RECORDS && (number < FIRST_OF_TIME || first <= number && number <= last)) {
                    entries.read(number, state, from, to);
                }
            }
            return entries;
        }
        for (long number = first; number <= last; number++) {
            entries.read(number, state, from, to);
        }
        return entries;
    }

    /** Returns the number of the pane of events that are only joined, of the same span of time. */
    static long joinedPane(long number) {
        return JOINED + number;
    }

    private void read(long number, EntityState state, long from, long to) {
        Pane pane = number == CORRECTIONS ? null : state.pane(number);
        if (pane == null) {
            return;
        }
        rest.addAll(pane.rest());
        boolean judged = number >= FIRST_OF_TIME;
        List<Entry> kept = judged ? between(pane.entries(), from, to) : pane.entries();
        for (int i = 0; i < kept.size(); i++) {
            Entry entry = kept.get(i);
            if (!entry.isTakenBack()) {
                add(entry, judged);
            }
        }
    }

    private void add(Entry entry, boolean judged) {
        if (judged || byFeed.size() == 1) {
            all.add(entry);
        }
        if (byFeed.size() > 1) {
            byFeed.get(entry.feed()).add(entry);
        }
    }

    /** Returns the events that are judged. */
    List<Entry> all() {
        return all;
    }

    /** Returns those of one feed, in order. */
    List<Entry> of(int feed) {
        return byFeed.get(feed);
    }

    /** Returns those of one feed from one moment to another, both included. */
    List<Entry> between(int feed, long from, long to) {
        return between(of(feed), from, to);
    }

    private static List<Entry> between(List<Entry> of, long from, long to) {
        return of.subList(firstFrom(of, from), to == Long.MAX_VALUE ? of.size() : firstFrom(of, to + 1));
    }

    /** Returns the place of the first that is not earlier. */
    private static int firstFrom(List<Entry> of, long time) {
        int low = 0;
        int high = of.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of.get(middle).time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Pane.Rest> rest() {
        return rest;
    }

    /** Returns the events from one moment to another, both included. */
    List<Entry> between(long from, long to) {
        return between(all, from, to);
    }

    /** Replaces an event by itself with another verdict. */
    void replace(Entry old, Entry judged) {
        replace(all, old, judged);
        if (byFeed.size() > 1) {
            replace(byFeed.get(old.feed()), old, judged);
        }
    }

    @SuppressWarnings("ReferenceEquality") // It is in the list itself.
    private static void replace(List<Entry> entries, Entry old, Entry judged) {
        for (int i = firstFrom(entries, old.time()); i < entries.size(); i++) {
            if (entries.get(i) == old) {
                entries.set(i, judged);
                return;
            }
        }
    }
}
