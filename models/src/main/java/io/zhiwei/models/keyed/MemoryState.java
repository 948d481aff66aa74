package io.zhiwei.models.keyed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state of one entity in memory, with a clock that is set by hand. */
public final class MemoryState implements EntityState {

    private final Map<Long, Pane> panes = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final TreeSet<Long> wakes = new TreeSet<>();
    private long watermark = Long.MIN_VALUE;

    @Override
    public @Nullable Pane pane(long number) {
        return panes.get(number);
    }

    @Override
    public void put(long number, Pane pane) {
        panes.put(number, pane);
    }

    @Override
    public void remove(long number) {
        panes.remove(number);
    }

    @Override
    public Collection<Long> panes() {
        return List.copyOf(panes.keySet());
    }

    @Override
    public @Nullable Told told(String place) {
        return told.get(place);
    }

    @Override
    public void tell(String place, Told news) {
        told.put(place, news);
    }

    @Override
    public void untell(String place) {
        told.remove(place);
    }

    @Override
    public Collection<String> places() {
        return List.copyOf(told.keySet());
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public void wakeAt(long time) {
        wakes.add(time);
    }

    /** Lets event time pass; returns the moments at which the entity asked to be woken, in order. */
    public Collection<Long> advance(long time) {
        List<Long> due = List.copyOf(wakes.headSet(time, true));
        wakes.removeAll(due);
        watermark = Math.max(watermark, time);
        return due;
    }

    /** Returns whether nothing is kept and nothing is waited for. */
    public boolean isEmpty() {
        return panes.isEmpty() && told.isEmpty() && wakes.isEmpty();
    }
}
