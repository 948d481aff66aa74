package io.zhiwei.models.keyed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The state of one entity in memory; clock and alarm are the caller's. */
public final class MemoryState implements EntityState {

    private final Map<Long, Pane> panes = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final LongSupplier clock;
    private final LongConsumer alarm;

    /**
     * Makes an empty state.
     *
     * @param clock how far event time has come, milliseconds
     * @param alarm receives moments at which the entity wants to be woken
     */
    public MemoryState(LongSupplier clock, LongConsumer alarm) {
        this.clock = clock;
        this.alarm = alarm;
    }

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
        return clock.getAsLong();
    }

    @Override
    public void wakeAt(long time) {
        alarm.accept(time);
    }

    /** Returns whether nothing is kept. */
    public boolean isEmpty() {
        return panes.isEmpty() && told.isEmpty();
    }
}
