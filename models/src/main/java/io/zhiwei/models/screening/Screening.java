package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Visit;
import java.util.List;

/**
 * What one model makes of one event.
 *
 * @param findings the findings, possibly none
 * @param visits entities that the event visits for indicators that keep state
 */
public record Screening(Findings findings, List<Visit> visits) {}
