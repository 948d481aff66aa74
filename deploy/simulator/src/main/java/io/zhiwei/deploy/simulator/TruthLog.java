package io.zhiwei.deploy.simulator;

import io.zhiwei.deploy.simulator.scheme.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes which events belonged to which scheme. */
final class TruthLog {

    private final Map<String, Traces> traces = new LinkedHashMap<>();

    /** What was seen of a scheme. */
    private static final class Traces {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private final List<String> eventIds = new ArrayList<>();

        void note(Happening happening) {
            Instant time = happening.time();
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
            eventIds.add(happening.id());
        }
    }

    void note(Happening happening) {
        String scheme = happening.mark().scheme();
        if (!scheme.isEmpty()) {
            traces.computeIfAbsent(scheme, unseen -> new Traces()).note(happening);
        }
    }

    List<SchemeTruth> schemes(List<Plan> plans) {
        List<SchemeTruth> schemes = new ArrayList<>();
        for (Plan plan : plans) {
            Traces seen = traces.get(plan.id());
            if (seen != null) {
                schemes.add(new SchemeTruth(
                        plan.id(),
                        plan.model(),
                        plan.kind(),
                        plan.subjectKind(),
                        plan.subjectKey(),
                        seen.first,
                        seen.last,
                        List.copyOf(seen.eventIds),
                        plan.also()));
            }
        }
        return schemes;
    }
}
