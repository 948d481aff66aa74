package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.keyed.EntityState;
import io.zhiwei.models.keyed.Pane;
import io.zhiwei.models.keyed.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * The state of the current key's entity in Flink: panes and what was told as map state, event-time timers as its clock. What was
 * read for a visit is not read again: on disk that would be most of what a visit costs.
 */
final class FlinkEntityState implements EntityState {

    static final MapStateDescriptor<Long, Pane> PANES = new MapStateDescriptor<>("panes", Types.LONG, EntityType.PANE);

    private final MapState<Long, Pane> panes;
    private final MapState<String, Told> told;
    /** Panes of the current key that were read or written; null where there is none. */
    private final Map<Long, @Nullable Pane> atHand = new HashMap<>();

    private @Nullable List<Long> numbers;
    private long watermark = Long.MIN_VALUE;
    private @Nullable TimerService timers;

    FlinkEntityState(RuntimeContext context) {
        this.panes = context.getMapState(PANES);
        this.told = context.getMapState(new MapStateDescriptor<>("told", Types.STRING, BlockType.of(Told.class)));
    }

    /** Turns to the current key and sets its clock. */
    void use(TimerService service) {
        use(service, service.currentWatermark());
    }

    /** Turns to the current key where its clock cannot be wound: what wakes an entity later was asked for when its events came. */
    void use(long currentWatermark) {
        use(null, currentWatermark);
    }

    private void use(@Nullable TimerService service, long currentWatermark) {
        this.timers = service;
        this.watermark = currentWatermark;
        readAnew();
    }

    private void readAnew() {
        atHand.clear();
        numbers = null;
    }

    /** Forgets all that the current key keeps. */
    void clear() {
        panes.clear();
        told.clear();
        readAnew();
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
        Pane known = atHand.get(number);
        if (known == null && !atHand.containsKey(number)) {
            known = FlinkEntityState.<@Nullable Pane>access(() -> panes.get(number));
            atHand.put(number, known);
        }
        return known;
    }

    @Override
    public void put(long number, Pane pane) {
        access(() -> {
            panes.put(number, pane);
            return pane;
        });
        numbers = atHand.put(number, pane) == null ? null : numbers;
    }

    @Override
    public void remove(long number) {
        access(() -> {
            panes.remove(number);
            clearIfEmpty(panes);
            return number;
        });
        atHand.put(number, null);
        numbers = null;
    }

    @Override
    public Collection<Long> panes() {
        List<Long> known = numbers == null ? access(() -> listed(panes.keys())) : numbers;
        numbers = known;
        return known;
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
