package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The changes of the current key that wait for the end of their epoch, each with how often it came. */
final class WaitingChanges {

    private final MapState<Long, Map<CountChange, Integer>> waiting;

    WaitingChanges(RuntimeContext context) {
        this.waiting = context.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.MAP(SignalTypes.CHANGE, Types.INT)));
    }

    void add(CountChange change, long epoch) throws Exception {
        Map<CountChange, Integer> known = waiting.get(epoch);
        Map<CountChange, Integer> changes = known == null ? new HashMap<>() : known;
        changes.merge(change, 1, Integer::sum);
        waiting.put(epoch, changes);
    }

    /** Returns those of an epoch, which wait no more; none where nothing changed. */
    Map<CountChange, Integer> take(long epoch) throws Exception {
        Map<CountChange, Integer> changes = waiting.get(epoch);
        if (changes == null) {
            return Map.of();
        }
        waiting.remove(epoch);
        return changes;
    }
}
