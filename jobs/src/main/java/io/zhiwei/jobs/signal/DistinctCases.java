package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cases;
import io.zhiwei.models.measure.disproportionality.counting.Contribution;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts each case of a patient once, however many report it; see {@link Cases}. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DistinctCases extends KeyedProcessFunction<String, CaseChange, CountChange> {

    private static final long serialVersionUID = 1L;

    private transient MapState<String, Contribution> reports;
    private transient MapState<Long, List<CaseChange>> waiting;

    @Override
    public void open(OpenContext context) {
        reports = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("reports", Types.STRING, SignalTypes.CONTRIBUTION));
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(SignalTypes.CASE_CHANGE)));
    }

    @Override
    public void processElement(CaseChange change, Context context, Collector<CountChange> out) throws Exception {
        List<CaseChange> known = waiting.get(context.timestamp());
        List<CaseChange> changes = known == null ? new ArrayList<>() : new ArrayList<>(known);
        changes.add(change);
        waiting.put(context.timestamp(), changes);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<CountChange> out) throws Exception {
        List<CaseChange> changes = waiting.get(epoch);
        if (changes == null) {
            return;
        }
        waiting.remove(epoch);
        Map<String, Contribution> before = Cases.distinct(held());
        for (CaseChange change : changes) {
            if (change.contribution() == null) {
                reports.remove(change.report());
            } else {
                reports.put(change.report(), change.contribution());
            }
        }
        Map<String, Contribution> after = Cases.distinct(held());
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String report : all) {
            Contribution.changes(before.get(report), after.get(report)).forEach(out::collect);
        }
    }

    private Map<String, Contribution> held() throws Exception {
        Map<String, Contribution> held = new HashMap<>();
        for (Map.Entry<String, Contribution> entry : reports.entries()) {
            held.put(entry.getKey(), entry.getValue());
        }
        return held;
    }
}
