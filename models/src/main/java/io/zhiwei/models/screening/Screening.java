package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.keyed.Visit;
import java.util.List;

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
}
