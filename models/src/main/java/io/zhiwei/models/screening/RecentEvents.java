package io.zhiwei.models.screening;

import io.zhiwei.models.registry.Registry;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Recent events, each with the places of the registry where something was looked up for it: a record that comes late, or is corrected,
 * makes these look-ups be repeated. Bounded in time and number. Not thread-safe.
 *
 * @param <E> the events
 */
public final class RecentEvents<E> {

    /** How far back late records are heard (domain/sales.md, section 7: late reference data triggers re-evaluation of the last 30 days). */
    public static final Duration SPAN = Duration.ofDays(30);

    /** A place is one bit: most records concern no recent event, and are known as such without looking at each. */
    private static final int PLACE_BITS = 1 << 20;

    private final ArrayDeque<Recent<E>> recent = new ArrayDeque<>();
    private final BitSet places = new BitSet();
    private final Registry registry;
    private final int bound;
    private long latest = Long.MIN_VALUE;
    private int sinceCleared;

    /** An event of which something was looked up. */
    public static final class Recent<E> {
        private final E event;
        private final long time;
        private int[] asked;

        /**
         * Takes what was remembered.
         *
         * @param time event time
         * @param asked hashes of the places where something was looked up, see {@link Registry#asked}
         */
        public Recent(E event, Instant time, int[] asked) {
            this.event = event;
            this.time = time.toEpochMilli();
            this.asked = asked;
        }

        /** Returns the event. */
        public E event() {
            return event;
        }

        /** Returns hashes of the places where something was looked up. */
        public int[] asked() {
            return asked.clone();
        }

        private boolean asked(int place) {
            for (int one : asked) {
                if (one == place) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Remembers nothing yet.
     *
     * @param registry where records are looked up
     * @param bound events that are remembered at most: the latest that came
     */
    public RecentEvents(Registry registry, int bound) {
        this.registry = registry;
        this.bound = bound;
    }

    /** Begins the screening of an event. */
    public void begin() {
        registry.noteAsked();
    }

    /** Ends the screening of an event: it is remembered where something was looked up for it. */
    public void remember(E event, Instant time) {
        if (registry.wasAsked()) {
            remember(new Recent<>(event, time, registry.asked()));
        }
    }

    /** Remembers what {@link #all} gave. */
    public void remember(Recent<E> one) {
        recent.add(one);
        latest = Math.max(latest, one.time);
        while (recent.size() > bound || recent.getFirst().time < latest - SPAN.toMillis()) {
            recent.removeFirst();
        }
        note(one.asked);
        if (++sinceCleared > bound) {
            clearPlaces();
        }
    }

    private void note(int[] asked) {
        for (int place : asked) {
            places.set(bit(place));
        }
    }

    private static int bit(int place) {
        return place & PLACE_BITS - 1;
    }

    private void clearPlaces() {
        places.clear();
        sinceCleared = 0;
        recent.forEach(one -> note(one.asked));
    }

    /** Returns whether something may have been looked up at a place for a recent event; rarely so where it was not. */
    public boolean mayHaveAsked(int place) {
        return places.get(bit(place));
    }

    /** Returns all that is remembered, in the order in which it came. */
    public Collection<Recent<E>> all() {
        return recent;
    }

    /** Forgets everything. */
    public void clear() {
        recent.clear();
        clearPlaces();
        latest = Long.MIN_VALUE;
    }

    /**
     * Takes a record or a marker into the registry and repeats the look-ups that it may answer otherwise.
     *
     * @param screen returns what each model makes of an event
     * @param changed hears the event and what replaces that which was handed on before, see {@link Screening#instead}
     */
    public void record(RegistryRecord record, Function<E, List<Screening>> screen, BiConsumer<E, Screening> changed) {
        List<Recent<E>> concerned = concerned(record);
        List<List<Screening>> before = new ArrayList<>(concerned.size());
        for (Recent<E> one : concerned) {
            begin();
            before.add(screen.apply(one.event));
        }
        registry.add(record);
        for (int i = 0; i < before.size(); i++) {
            Recent<E> one = concerned.get(i);
            begin();
            report(one.event, before.get(i), screen.apply(one.event), changed);
            // What was found may be where the next look-up begins.
            one.asked = registry.asked();
            note(one.asked);
        }
    }

    private List<Recent<E>> concerned(RegistryRecord record) {
        if (!registry.isNews(record)) {
            return List.of();
        }
        if (record.getSnapshotComplete()) {
            return List.copyOf(recent);
        }
        int place = Registry.placeOf(record);
        List<Recent<E>> concerned = new ArrayList<>();
        for (Recent<E> one : mayHaveAsked(place) ? recent : List.<Recent<E>>of()) {
            if (one.asked(place)) {
                concerned.add(one);
            }
        }
        return concerned;
    }

    /** A model that fails on the event has no say. */
    private static <E> void report(
            E event, List<Screening> before, List<Screening> after, BiConsumer<E, Screening> changed) {
        if (before.size() != after.size()) {
            return;
        }
        for (int i = 0; i < after.size(); i++) {
            Screening change = after.get(i).instead(before.get(i));
            if (!change.isEmpty()) {
                changed.accept(event, change);
            }
        }
    }
}
