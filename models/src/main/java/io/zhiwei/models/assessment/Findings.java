package io.zhiwei.models.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All findings of one event for one subject under one model version: the message that reaches the assessment.
 *
 * @param modelId model that found them
 * @param modelVersion its version
 * @param subject whom they are about
 * @param event the event
 * @param profile what the reader is told about the event
 * @param multiplier product of the severity factors, capped by the model
 * @param factors ids of the factors that applied
 * @param exemptions look-alikes that took weight away, with their reason
 * @param findings the findings, one per indicator
 * @param standing what an entity has to say about the subject; null where the findings are the event's own
 * @param instead indicators of which the event's earlier findings are replaced, because reference data came late
 */
public record Findings(
        String modelId,
        int modelVersion,
        Subject subject,
        EventRef event,
        Profile profile,
        double multiplier,
        List<String> factors,
        List<String> exemptions,
        List<Finding> findings,
        @Nullable Standing standing,
        List<String> instead) {

    /** Makes the findings of an event itself. */
    public Findings(
            String modelId,
            int modelVersion,
            Subject subject,
            EventRef event,
            Profile profile,
            double multiplier,
            List<String> factors,
            List<String> exemptions,
            List<Finding> findings) {
        this(
                modelId,
                modelVersion,
                subject,
                event,
                profile,
                multiplier,
                factors,
                exemptions,
                findings,
                null,
                List.of());
    }

    /** Returns whether there is something to tell. */
    public boolean says() {
        return !findings.isEmpty() || !instead.isEmpty() || standing != null;
    }

    /** Returns the same with other findings. */
    public Findings with(List<Finding> others) {
        return copy(subject, others, null, List.of());
    }

    /** Returns the same with the findings of another of the same subject, too. */
    public Findings and(Findings other) {
        return with(Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /** Returns the same without findings and particulars: enough to say whom a later finding is about. */
    public Findings bare() {
        return new Findings(
                modelId,
                modelVersion,
                subject,
                event,
                profile.withoutParticulars(),
                multiplier,
                factors,
                exemptions,
                List.of());
    }

    /** Returns the same with what an entity has to say instead of findings. */
    public Findings with(Standing said) {
        return copy(subject, List.of(), said, List.of());
    }

    /** Returns the same as judged by another version of the model. */
    public Findings by(int version) {
        return version == modelVersion
                ? this
                : new Findings(
                        modelId,
                        version,
                        subject,
                        event,
                        profile,
                        multiplier,
                        factors,
                        exemptions,
                        findings,
                        standing,
                        instead);
    }

    /** Returns the same about another subject. */
    public Findings about(Subject other) {
        return copy(other, findings, standing, instead);
    }

    /** Returns the same in place of what was found before about the same event and subject. */
    public Findings instead(Findings before) {
        return copy(
                subject,
                findings,
                standing,
                before.findings.stream().map(Finding::indicatorId).toList());
    }

    private Findings copy(Subject whom, List<Finding> found, @Nullable Standing said, List<String> replaced) {
        return new Findings(
                modelId, modelVersion, whom, event, profile, multiplier, factors, exemptions, found, said, replaced);
    }
}
