package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Indicator.VisitRule;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** Decides which entities an event visits for the indicators that keep state. */
final class VisitPlanner {

    /** Equal bits are looked for in four bands: two fingerprints that differ in at most three bits share a band. */
    private static final int BANDS = 4;

    private static final int BAND_BITS = 16;

    private final CompiledModel compiled;
    private final List<Plan> plans = new ArrayList<>();

    private record Plan(CompiledIndicator indicator, VisitRule rule, List<int[]> entity, int[] member) {}

    VisitPlanner(CompiledModel compiled) {
        this.compiled = compiled;
        for (CompiledIndicator indicator : compiled.indicators()) {
            VisitRule rule = indicator.indicator().visit();
            if (indicator.indicator().measure() == Indicator.Measure.WINDOW && rule != null) {
                plans.add(new Plan(
                        indicator,
                        rule,
                        compiled.parts().key(rule.entity()),
                        compiled.parts().key(List.of(rule.member())).get(0)));
            }
        }
    }

    List<Visit> plan(IndexedRecord event, Findings findings, Facts facts) {
        List<Visit> visits = new ArrayList<>();
        NormalText text = compiled.text().normal();
        // What the screening found and shows is on its way already; here it would only fill the state.
        Findings carrier = findings.bare();
        for (Plan plan : plans) {
            String member = EventParts.part(event, text, plan.member);
            if (!member.isEmpty() && plan.indicator.concerns(facts) && isKnown(event, text, plan)) {
                add(visits, plan, event, text, member, carrier);
            }
        }
        return visits;
    }

    private static boolean isKnown(IndexedRecord event, NormalText text, Plan plan) {
        return plan.entity.stream()
                .noneMatch(part -> EventParts.part(event, text, part).isEmpty());
    }

    private void add(
            List<Visit> visits, Plan plan, IndexedRecord event, NormalText text, String member, Findings carrier) {
        String id = plan.indicator.indicator().id();
        String model = compiled.model().id();
        if (plan.rule.near() == 0) {
            String entity = compiled.parts().keyOf(event, text, plan.entity);
            visits.add(new Visit(model, id, entity, member, 0, carrier));
            return;
        }
        long fingerprint = Fingerprint.simhash(text.text());
        for (int band = 0; band < BANDS; band++) {
            long bits = fingerprint >>> band * BAND_BITS & (1L << BAND_BITS) - 1;
            visits.add(new Visit(model, id, band + ":" + Long.toHexString(bits), member, fingerprint, carrier));
        }
    }
}
