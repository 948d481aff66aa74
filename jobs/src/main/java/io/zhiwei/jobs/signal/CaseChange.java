package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * What a report about a known patient adds from the end of an epoch on.
 *
 * @param patient keyed hash of the patient
 * @param report identifier of the report
 * @param contribution what it adds; null where it adds nothing any more
 */
public record CaseChange(
        String patient, String report, @Nullable Contribution contribution) {}
