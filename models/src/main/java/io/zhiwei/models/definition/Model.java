package io.zhiwei.models.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 * @param reads how it reads its own stream
 * @param alsoReads how it reads other streams
 * @param episode length of an episode on the model's grid
 * @param thresholds tunable numbers
 * @param indicators the signs
 * @param evasionMultiplier what the weight of a disguised finding is multiplied by
 * @param factors circumstances that multiply the score
 * @param factorCap largest product of the factors
 * @param levels level rules, ascending
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
        StreamRule reads,
        List<StreamRule> alsoReads,
        Duration episode,
        List<Threshold> thresholds,
        List<Indicator> indicators,
        double evasionMultiplier,
        List<Factor> factors,
        double factorCap,
        List<LevelRule> levels,
        String otherwiseAgency,
        List<String> triage,
        List<String> gaps,
        Path folder) {

    /** Returns the topic of its own stream. */
    public String stream() {
        return reads.topic();
    }

    /** Returns the meaning of its own stream's fields. */
    public EventRule event() {
        return reads.event();
    }

    /** Returns the text that it reads on its own stream. */
    public TextRule text() {
        return reads.text();
    }

    /** Returns every topic that it reads, its own first; the registry too where its records are joined. */
    public Set<String> topics() {
        Set<String> topics = new LinkedHashSet<>(List.of(stream()));
        alsoReads.forEach(rule -> topics.add(rule.topic()));
        if (readsRegistry()) {
            topics.add(Feed.REGISTRY);
        }
        return topics;
    }

    private boolean readsRegistry() {
        boolean looksUp = Stream.concat(Stream.of(reads), alsoReads.stream())
                .anyMatch(rule -> !rule.lookups().isEmpty());
        return looksUp
                || indicators.stream().anyMatch(indicator -> indicator.active() && indicator.reads(Feed.REGISTRY));
    }

    /** Returns how it reads a topic; empty for the registry, whose records mean the same to all, and for others. */
    public Optional<StreamRule> on(String topic) {
        return Stream.concat(Stream.of(reads), alsoReads.stream())
                .filter(rule -> rule.topic().equals(topic))
                .findFirst();
    }

    /** Returns the model as events of one of its streams see it: with the indicators that look at them. */
    public Optional<Model> view(String topic) {
        return on(topic)
                .map(rule -> new Model(
                        id,
                        version,
                        since,
                        author,
                        name,
                        description,
                        rule,
                        List.of(),
                        episode,
                        thresholds,
                        indicatorsOn(topic),
                        evasionMultiplier,
                        topic.equals(stream()) ? factors : List.of(),
                        factorCap,
                        levels,
                        otherwiseAgency,
                        triage,
                        gaps,
                        folder));
    }

    /**
     * Returns the model with another value of a threshold.
     *
     * @throws IllegalArgumentException if there is no such threshold or the value lies outside its range
     */
    public Model with(String thresholdName, double value) {
        Threshold known = threshold(thresholdName)
                .orElseThrow(() -> new IllegalArgumentException(id + " has no threshold '" + thresholdName + "'."
                        + Problems.suggest(
                                thresholdName,
                                thresholds.stream().map(Threshold::name).toList())));
        Threshold changed = known.with(value);
        return new Model(
                id,
                version,
                since,
                author,
                name,
                description,
                reads,
                alsoReads,
                episode,
                thresholds.stream()
                        .map(threshold -> threshold.equals(known) ? changed : threshold)
                        .toList(),
                indicators,
                evasionMultiplier,
                factors,
                factorCap,
                levels,
                otherwiseAgency,
                triage,
                gaps,
                folder);
    }

    /** Returns the indicators that look at events of a topic. */
    public List<Indicator> indicatorsOn(String topic) {
        return indicators.stream().filter(indicator -> indicator.reads(topic)).toList();
    }

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
