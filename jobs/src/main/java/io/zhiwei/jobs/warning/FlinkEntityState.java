package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.keyed.EntityState;
import io.zhiwei.models.keyed.Pane;
import io.zhiwei.models.keyed.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The state of the current key's entity in Flink: panes and what was told as map state, event-time timers as its clock. */
final class FlinkEntityState implements EntityState {

    static final MapStateDescriptor<Long, Pane> PANES = new MapStateDescriptor<>("panes", Types.LONG, EntityType.PANE);

    private final MapState<Long, Pane> panes;
    private final MapState<String, Told> told;
    private long watermark = Long.MIN_VALUE;
    private @Nullable TimerService timers;

    FlinkEntityState(RuntimeContext context) {
        this.panes = context.getMapState(PANES);
        this.told = context.getMapState(new MapStateDescriptor<>("told", Types.STRING, BlockType.of(Told.class)));
    }

    /** Sets the clock of the current key. */
    void use(TimerService service) {
        this.timers = service;
        this.watermark = service.currentWatermark();
    }

    /** Sets the clock where none can be wound: what wakes an entity later was asked for when its events came. */
    void use(long currentWatermark) {
        this.timers = null;
        this.watermark = currentWatermark;
    }

    /** Forgets all that the current key keeps. */
    void clear() {
        panes.clear();
        told.clear();
    }

    /** What Flink declares checked: a state that cannot be read or written stops the job, which restarts from a checkpoint. */
    @FunctionalInterface
    private interface Access<T extends @Nullable Object> {
        T get() throws Exception;
    }

    private static <T extends @Nullable Object> T access(Access<T> access) {
        try {
            return access.get();
        } catch (Exception e) {
            throw new FlinkRuntimeException("The state of an entity cannot be reached", e);
        }
    }

    @Override
    public @Nullable Pane pane(long number) {
        return FlinkEntityState.<@Nullable Pane>access(() -> panes.get(number));
    }

    @Override
    public void put(long number, Pane pane) {
        access(() -> {
            panes.put(number, pane);
            return pane;
        });
    }

    @Override
    public void remove(long number) {
        access(() -> {
            panes.remove(number);
            clearIfEmpty(panes);
            return number;
        });
    }

    @Override
    public Collection<Long> panes() {
        return access(() -> listed(panes.keys()));
    }

    @Override
    public @Nullable Told told(String place) {
        return FlinkEntityState.<@Nullable Told>access(() -> told.get(place));
    }

    @Override
    public void tell(String place, Told news) {
        access(() -> {
            told.put(place, news);
            return news;
        });
    }

    @Override
    public void untell(String place) {
        access(() -> {
            told.remove(place);
            clearIfEmpty(told);
            return place;
        });
    }

    @Override
    public Collection<String> places() {
        return access(() -> listed(told.keys()));
    }

    /** An empty map is a state entry too. */
    private static void clearIfEmpty(MapState<?, ?> map) throws Exception {
        if (map.isEmpty()) {
            map.clear();
        }
    }

    private static <T> List<T> listed(Iterable<T> items) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public void wakeAt(long time) {
        if (timers != null) {
            timers.registerEventTimeTimer(time);
        }
    }
}
