package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one model makes of one event.
 *
 * @param findings the findings by subject, the model's own subject first; those of it may be none
 * @param visits entities that the event visits for indicators that keep state
 */
public record Screening(List<Findings> findings, List<Visit> visits) {

    /** Returns the findings about the model's own subject. */
    public Findings own() {
        return findings.get(0);
    }

    /** Returns whether nothing is in it. */
    public boolean isEmpty() {
        return visits.isEmpty() && findings.isEmpty();
    }

    /**
     * Returns what has to be handed on where reference data came late: the findings that replace others, and the visits that
     * replace or undo others. What is as it was is left out.
     *
     * @param before what the model made of the same event while the data was missing
     */
    public Screening instead(Screening before) {
        return new Screening(changedFindings(before), changedVisits(before));
    }

    private List<Findings> changedFindings(Screening before) {
        Map<String, Findings> old = bySubject(before.findings);
        Map<String, Findings> now = bySubject(findings);
        List<Findings> changed = new ArrayList<>();
        now.forEach((subject, one) -> {
            Findings known = old.get(subject);
            if (known == null) {
                changed.add(one);
            } else if (!one.equals(known)) {
                changed.add(one.instead(known));
            }
        });
        old.forEach((subject, known) -> {
            if (!now.containsKey(subject)) {
                changed.add(known.with(List.of()).instead(known));
            }
        });
        changed.removeIf(one -> !one.says());
        return changed;
    }

    /** Two of a model's subjects may be the same one. */
    private static Map<String, Findings> bySubject(List<Findings> findings) {
        Map<String, Findings> bySubject = new LinkedHashMap<>();
        for (Findings one : findings) {
            bySubject.merge(one.subject().kind() + "|" + one.subject().id(), one, Findings::and);
        }
        return bySubject;
    }

    private List<Visit> changedVisits(Screening before) {
        List<Visit> changed = new ArrayList<>();
        for (Visit old : before.visits) {
            if (visits.stream().noneMatch(old::isSame)) {
                changed.add(old.undone());
            }
        }
        for (Visit now : visits) {
            if (before.visits.stream().noneMatch(now::bringsTheSame)) {
                changed.add(now.instead());
            }
        }
        return changed;
    }
}
