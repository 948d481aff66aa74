package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.Contribution;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.counting.ReportHistory;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Follows each report over its versions and says at the end of an epoch what that changes in the counts. A version belongs to
 * the epoch of its receipt; one that comes after that was closed belongs to the next, and is never dropped. A report is
 * remembered for ever, since it may be corrected or taken back for ever. What a serious version changes is told ahead, too.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class FollowReports extends KeyedProcessFunction<String, ReportVersion, CountChange> {

    private static final long serialVersionUID = 1L;

    private static final String NOBODY = "";

    private final Epochs epochs;

    private transient ValueState<ReportHistory> counted;
    private transient MapState<Long, ReportHistory> waiting;
    private transient Counter late;
    private transient Counter changes;

    FollowReports(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public void open(OpenContext context) {
        counted = getRuntimeContext().getState(new ValueStateDescriptor<>("counted", SignalTypes.HISTORY));
        waiting = getRuntimeContext().getMapState(new MapStateDescriptor<>("waiting", Types.LONG, SignalTypes.HISTORY));
        late = getRuntimeContext().getMetricGroup().counter(Counters.LATE);
        changes = getRuntimeContext().getMetricGroup().counter(Counters.CHANGES);
    }

    @Override
    public void processElement(ReportVersion version, Context context, Collector<CountChange> out) throws Exception {
        long watermark = context.timerService().currentWatermark();
        long end = epochs.end(context.timestamp());
        if (end <= watermark) {
            late.inc();
            end = epochs.end(watermark + 1);
        }
        if (version.serious()) {
            tellAhead(version, end, context);
        }
        ReportHistory before = waiting.get(end);
        waiting.put(end, before == null ? ReportHistory.of(version) : before.with(version));
        context.timerService().registerEventTimeTimer(end);
    }

    /** What a serious report adds is told before its epoch ends, of pairs in whole populations; what it takes back can wait. */
    private void tellAhead(ReportVersion version, long end, Context context) throws Exception {
        ReportHistory known = counted.value();
        for (ReportHistory came : waiting.values()) {
            known = known == null ? came : known.with(came);
        }
        ReportHistory now = known == null ? ReportHistory.of(version) : known.with(version);
        Contribution before = known == null ? null : known.contribution();
        for (CountChange change : Contribution.changes(before, now.contribution())) {
            Cell cell = change.cell();
            boolean adds = change.step().reports() >= 0 && change.step().serious() >= 0;
            if (adds && cell.isPair() && Populations.isWhole(cell.population())) {
                context.output(SideOutputs.AHEAD, PairStep.ahead(change, end));
            }
        }
    }

    @Override
    public void onTimer(long end, OnTimerContext context, Collector<CountChange> out) throws Exception {
        ReportHistory came = waiting.get(end);
        if (came == null) {
            return;
        }
        waiting.remove(end);
        ReportHistory before = counted.value();
        ReportHistory after = before == null ? came : before.with(came);
        counted.update(after);
        String patientBefore = before == null ? NOBODY : before.greatest().patient();
        String patient = after.greatest().patient();
        Contribution contributed = before == null ? null : before.contribution();
        if (!patient.equals(patientBefore)) {
            tell(patientBefore, contributed, null, context, out);
            contributed = null;
        }
        tell(patient, contributed, after.contribution(), context, out);
    }

    /** A report about a known patient may tell a case that another report tells, too. */
    private void tell(
            String patient,
            @Nullable Contribution before,
            @Nullable Contribution after,
            OnTimerContext context,
            Collector<CountChange> out) {
        if (Objects.equals(before, after)) {
            return;
        }
        changes.inc();
        if (patient.equals(NOBODY)) {
            Contribution.changes(before, after).forEach(out::collect);
        } else {
            context.output(SideOutputs.CASES, new CaseChange(patient, context.getCurrentKey(), after));
        }
    }
}
