package io.zhiwei.models.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A warning model as its folder says it: indicators, weights, levels, legal basis and lead agency for one kind of
 * violation. Immutable; every finding and alert names its version.
 *
 * @param id name of the folder
 * @param version number of this version, from 1
 * @param since day from which this version applies
 * @param author who wrote it
 * @param name name for the reader
 * @param description what it warns of
 * @param stream topic that it reads
 * @param event meaning of the event's fields
 * @param text text that it reads
 * @param subject who its alerts are about
 * @param episode length of an episode on the model's grid
 * @param thresholds tunable numbers
 * @param numbers official numbers that it looks at
 * @param derived named values, in order of computation
 * @param applies condition under which its indicators exist
 * @param indicators the signs
 * @param evasionMultiplier what the weight of a disguised finding is multiplied by
 * @param factors circumstances that multiply the score
 * @param factorCap largest product of the factors
 * @param exemptions legitimate look-alikes
 * @param levels level rules, ascending
 * @param leadAgency conditions and agencies
 * @param otherwiseAgency agency where no condition holds
 * @param triage what an investigator does first
 * @param gaps what the model is known to miss
 * @param folder where it lies
 */
public record Model(
        String id,
        int version,
        LocalDate since,
        String author,
        LocalName name,
        LocalName description,
        String stream,
        EventRule event,
        TextRule text,
        SubjectRule subject,
        Duration episode,
        List<Threshold> thresholds,
        List<NumberRule> numbers,
        List<Derived> derived,
        String applies,
        List<Indicator> indicators,
        double evasionMultiplier,
        List<Factor> factors,
        double factorCap,
        List<Exemption> exemptions,
        List<LevelRule> levels,
        List<Case> leadAgency,
        String otherwiseAgency,
        List<String> triage,
        List<String> gaps,
        Path folder) {

    /** Returns the indicator with this id. */
    public Optional<Indicator> indicator(String indicatorId) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(indicatorId))
                .findFirst();
    }

    /** Returns the threshold with this name. */
    public Optional<Threshold> threshold(String thresholdName) {
        return thresholds.stream()
                .filter(threshold -> threshold.name().equals(thresholdName))
                .findFirst();
    }
}
