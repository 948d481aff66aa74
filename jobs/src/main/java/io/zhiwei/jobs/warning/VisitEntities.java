package io.zhiwei.jobs.warning;

import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import io.zhiwei.models.measure.window.DistinctWindow;
import io.zhiwei.models.measure.window.DistinctWindow.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Receives events at the entities that they touch: counts an entity's distinct members within the indicator's window
 * and hands on a finding from the threshold on. Members leave when no event within the late bound can see them.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitEntities extends KeyedProcessFunction<String, Visit, Findings> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final long lateBound;

    private transient Map<String, WindowRule> rules;
    private transient MapState<String, Member> members;
    private transient ValueState<Long> nextEviction;
    private transient Counter visits;
    private transient Counter found;

    VisitEntities(Definitions definitions, Duration lateBound) {
        this.definitions = definitions;
        this.lateBound = lateBound.toMillis();
    }

    /** Returns where a visit goes: the entity, apart for each indicator. */
    static String entity(Visit visit) {
        return WindowRule.key(visit.modelId(), visit.indicatorId()) + "|" + visit.entity();
    }

    @Override
    public void open(OpenContext context) {
        rules = WindowRule.of(definitions.models());
        members = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("members", Types.STRING, TypeInformation.of(Member.class)));
        nextEviction = getRuntimeContext().getState(new ValueStateDescriptor<>("next-eviction", Types.LONG));
        visits = getRuntimeContext().getMetricGroup().counter(Counters.VISITS);
        found = getRuntimeContext().getMetricGroup().counter(Counters.VISIT_FINDINGS);
    }

    @Override
    public void processElement(Visit visit, Context context, Collector<Findings> out) throws Exception {
        visits.inc();
        WindowRule rule = rules.get(WindowRule.key(visit.modelId(), visit.indicatorId()));
        if (rule == null) {
            // Restored from a release whose model had this indicator.
            return;
        }
        Member visitor = new Member(visit.carrier().event().time().toEpochMilli(), visit.fingerprint());
        int count = 1 + rule.window().count(others(visit.member()), visitor);
        keep(visit.member(), visitor, rule.window());
        evictAt(rule.window().expiry(visitor) + lateBound, context);
        if (count >= rule.threshold().value()) {
            found.inc();
            out.collect(rule.finding(visit, count));
        }
    }

    private List<Member> others(String own) throws Exception {
        List<Member> others = new ArrayList<>();
        for (Map.Entry<String, Member> entry : members.entries()) {
            if (!entry.getKey().equals(own)) {
                others.add(entry.getValue());
            }
        }
        return others;
    }

    private void keep(String name, Member visitor, DistinctWindow window) throws Exception {
        Member known = members.get(name);
        if (known == null) {
            makeRoom();
        }
        members.put(name, known == null ? visitor : window.latest(known, visitor));
    }

    /** An entity that is full loses its oldest member; it is far above every threshold then. */
    private void makeRoom() throws Exception {
        int size = 0;
        Map.@Nullable Entry<String, Member> oldest = null;
        for (Map.Entry<String, Member> entry : members.entries()) {
            size++;
            if (oldest == null || entry.getValue().time() < oldest.getValue().time()) {
                oldest = entry;
            }
        }
        if (oldest != null && size >= DistinctWindow.MAX_MEMBERS) {
            members.remove(oldest.getKey());
        }
    }

    /** Keeps one timer an entity: the earliest. */
    private void evictAt(long time, Context context) throws Exception {
        Long next = nextEviction.value();
        if (next != null && next <= time) {
            return;
        }
        if (next != null) {
            context.timerService().deleteEventTimeTimer(next);
        }
        context.timerService().registerEventTimeTimer(time);
        nextEviction.update(time);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Findings> out) throws Exception {
        nextEviction.clear();
        WindowRule rule = rules.get(ruleOf(context.getCurrentKey()));
        if (rule == null) {
            members.clear();
            return;
        }
        long earliest = Long.MAX_VALUE;
        for (Iterator<Map.Entry<String, Member>> it = members.iterator(); it.hasNext(); ) {
            long expiry = rule.window().expiry(it.next().getValue()) + lateBound;
            if (expiry <= timestamp) {
                it.remove();
            } else {
                earliest = Math.min(earliest, expiry);
            }
        }
        if (earliest == Long.MAX_VALUE) {
            // An empty map is a state entry too.
            members.clear();
        } else {
            evictAt(earliest, context);
        }
    }

    private static String ruleOf(String entity) {
        return entity.substring(0, entity.indexOf('|', entity.indexOf('|') + 1));
    }
}
