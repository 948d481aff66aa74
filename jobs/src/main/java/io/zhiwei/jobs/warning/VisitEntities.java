package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import io.zhiwei.models.measure.window.DistinctWindow;
import io.zhiwei.models.measure.window.DistinctWindow.Member;
import io.zhiwei.models.measure.window.DistinctWindow.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
 * Receives events at the entities that they touch: hands on a finding for each event that sees enough distinct members of
 * its entity within the indicator's window, whether they came before it or after it. Every event hands on one finding or
 * none, in every order of arrival the same. What no event within the late bound can see is forgotten.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitEntities extends KeyedProcessFunction<String, Visit, Findings> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final long lateBound;

    private transient Map<String, WindowRule> rules;
    private transient MapState<String, Member> members;
    private transient ListState<Visit> waiting;
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
                .getMapState(new MapStateDescriptor<>("members", Types.STRING, BlockType.of(Member.class)));
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", BlockType.of(Visit.class)));
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
        Sighting sighting = sighting(visit);
        keep(sighting, rule.window());
        evictAt(rule.window().expiry(sighting.time()) + lateBound, context);
        handOnWaiting(sighting, rule, out);
        if (reaches(sighting, rule)) {
            handOn(visit, rule, out);
        } else {
            await(visit);
        }
    }

    private static Sighting sighting(Visit visit) {
        return new Sighting(
                visit.member(),
                visit.fingerprint(),
                visit.carrier().event().time().toEpochMilli());
    }

    private boolean reaches(Sighting sighting, WindowRule rule) throws Exception {
        return rule.window().reaches(rule.threshold().value(), members.values(), sighting);
    }

    private void handOn(Visit visit, WindowRule rule, Collector<Findings> out) {
        found.inc();
        out.collect(rule.finding(visit));
    }

    /** Those that waited for one more member and see it in the one that has come. */
    private void handOnWaiting(Sighting come, WindowRule rule, Collector<Findings> out) throws Exception {
        List<Visit> left = new ArrayList<>();
        boolean changed = false;
        for (Visit visit : waiting.get()) {
            Sighting sighting = sighting(visit);
            if (rule.window().see(sighting, come) && reaches(sighting, rule)) {
                handOn(visit, rule, out);
                changed = true;
            } else {
                left.add(visit);
            }
        }
        if (changed) {
            waiting.update(left);
        }
    }

    /** One that waits among very many gives up: its entity has few members and is seen without end. */
    private void await(Visit visit) throws Exception {
        int count = 0;
        for (Visit ignored : waiting.get()) {
            count++;
        }
        if (count < DistinctWindow.MAX_MEMBERS) {
            waiting.add(visit);
        }
    }

    private void keep(Sighting sighting, DistinctWindow window) throws Exception {
        String key = sighting.fingerprint() + "|" + sighting.name();
        Member known = members.get(key);
        if (known == null) {
            makeRoom();
        }
        List<Long> times = known == null ? List.of() : known.times();
        members.put(key, new Member(sighting.name(), sighting.fingerprint(), window.with(times, sighting.time())));
    }

    /** An entity that is full loses its oldest member; it is far above every threshold then. */
    private void makeRoom() throws Exception {
        int size = 0;
        Map.@Nullable Entry<String, Member> oldest = null;
        for (Map.Entry<String, Member> entry : members.entries()) {
            size++;
            if (oldest == null || entry.getValue().latest() < oldest.getValue().latest()) {
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
            waiting.clear();
            return;
        }
        long earliest = forgetMembers(timestamp, rule.window());
        forgetWaiting(timestamp, rule.window());
        if (earliest == Long.MAX_VALUE) {
            // An empty map is a state entry too.
            members.clear();
        } else {
            evictAt(earliest, context);
        }
    }

    /** Returns when the next member leaves. */
    private long forgetMembers(long now, DistinctWindow window) throws Exception {
        long earliest = Long.MAX_VALUE;
        for (Iterator<Map.Entry<String, Member>> it = members.iterator(); it.hasNext(); ) {
            long expiry = window.expiry(it.next().getValue().latest()) + lateBound;
            if (expiry <= now) {
                it.remove();
            } else {
                earliest = Math.min(earliest, expiry);
            }
        }
        return earliest;
    }

    /** Whoever waits is a member too, so its time comes no later than that of the last member. */
    private void forgetWaiting(long now, DistinctWindow window) throws Exception {
        List<Visit> left = new ArrayList<>();
        for (Visit visit : waiting.get()) {
            if (window.expiry(sighting(visit).time()) + lateBound > now) {
                left.add(visit);
            }
        }
        waiting.update(left);
    }

    private static String ruleOf(String entity) {
        return entity.substring(0, entity.indexOf('|', entity.indexOf('|') + 1));
    }
}
