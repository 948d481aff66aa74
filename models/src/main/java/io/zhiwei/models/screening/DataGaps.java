package io.zhiwei.models.screening;

import io.zhiwei.models.registry.Registry.Place;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registry records that events expect and that do not come. Each is told once, a day after the first event that expected it: a gap in the
 * data accuses nobody, and somebody must know of it (domain/sales.md, section 4.3). Bounded; not thread-safe.
 *
 * @param <E> the events
 */
public final class DataGaps<E> {

    /** How long a record may take. */
    public static final Duration HOLD = Duration.ofHours(24);

    /** Records that are waited for at most; beyond that the newest are not noted. */
    static final int BOUND = 10_000;

    private final Map<Place, Gap<E>> waiting = new LinkedHashMap<>();
    private final Map<Place, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
            return size() > BOUND;
        }
    };

    /**
     * A record that does not come.
     *
     * @param place where it would be
     * @param first event that expected it first
     * @param since time of that event
     * @param events events that expect it so far
     */
    public record Gap<E>(Place place, E first, Instant since, long events) {}

    /** Notes that an event expects records that are missing. */
    public void note(List<Place> missing, E event, Instant time) {
        for (Place place : missing) {
            if (!told.containsKey(place) && (waiting.size() < BOUND || waiting.containsKey(place))) {
                waiting.merge(
                        place,
                        new Gap<>(place, event, time, 1),
                        (known, one) -> new Gap<>(place, known.first, known.since, known.events + 1));
            }
        }
    }

    /** Hears of a record: nobody waits for it any more. */
    public void come(RegistryRecord record) {
        if (record.getSnapshotComplete()) {
            waiting.keySet().removeIf(place -> place.kind().equals(record.getKind()));
        } else {
            Place place = new Place(record.getKind(), record.getKey());
            waiting.remove(place);
            told.remove(place);
        }
    }

    /**
     * Returns the gaps that have lasted long enough, each once.
     *
     * @param now how far event time has come, milliseconds
     */
    public List<Gap<E>> due(long now) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Gap<E>> due = new ArrayList<>();
        for (Gap<E> gap : waiting.values()) {
            if (gap.since.toEpochMilli() + HOLD.toMillis() > now) {
                break;
            }
            due.add(gap);
        }
        for (Gap<E> gap : due) {
            waiting.remove(gap.place);
            told.put(gap.place, true);
        }
        return due;
    }
}
