package io.zhiwei.jobs.warning;

import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.measure.window.DistinctWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a keyed indicator counts and from which number on it fires.
 *
 * @param indicator the indicator
 * @param window what is counted
 * @param member field whose values are counted
 * @param threshold number from which it fires
 */
record WindowRule(Indicator indicator, DistinctWindow window, String member, Threshold threshold) {

    /** Returns the rules of the models' active window indicators, by {@link #key}. */
    static Map<String, WindowRule> of(List<Model> models) {
        Map<String, WindowRule> rules = new HashMap<>();
        for (Model model : models) {
            for (Indicator indicator : model.indicators()) {
                if (indicator.measure() == Indicator.Measure.WINDOW && indicator.active()) {
                    rules.put(key(model.id(), indicator.id()), of(model, indicator));
                }
            }
        }
        return rules;
    }

    static String key(String modelId, String indicatorId) {
        return modelId + "|" + indicatorId;
    }

    private static WindowRule of(Model model, Indicator indicator) {
        Indicator.VisitRule visit = Objects.requireNonNull(indicator.visit(), indicator.id());
        String name = Objects.requireNonNull(indicator.threshold(), indicator.id());
        Threshold threshold = model.threshold(name)
                .orElseThrow(() -> new IllegalStateException(
                        model.id() + " " + indicator.id() + " names the threshold '" + name + "', which is missing"));
        return new WindowRule(indicator, new DistinctWindow(visit.within(), visit.near()), visit.member(), threshold);
    }

    /**
     * Returns the carrier of a visit with the one finding that the visit made. Its value is the threshold, which was
     * reached: how far it was passed would depend on what came first.
     */
    Findings finding(Visit visit) {
        Findings carrier = visit.carrier();
        String note = window.within().toDays() + " 天内至少 " + Math.round(threshold.value()) + " " + threshold.unit();
        Evidence evidence = new Evidence(carrier.event(), member, visit.member(), List.of(), note);
        Finding finding = new Finding(
                indicator.id(),
                threshold.value(),
                threshold.value(),
                threshold.unit(),
                indicator.weight(),
                1,
                false,
                Level.NONE,
                evidence);
        return carrier.with(List.of(finding));
    }
}
