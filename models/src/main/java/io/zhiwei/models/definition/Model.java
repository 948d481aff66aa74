package io.zhiwei.models.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A warning model as its folder says it: indicators, weights, levels, legal basis and lead agency for one kind of
 * violation. Immutable; every finding and alert names its version.
 *
 * @param id name of the folder; in the shadow followed by @ and the version
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
 * @param hold how long a subject keeps the level that an episode had, after that episode's latest event; zero where each episode
 *     stands alone
 * @param index score that its alerts show beside the level; null where there is none
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
        Duration hold,
        @Nullable Index index,
        String otherwiseAgency,
        List<LocalName> triage,
        List<LocalName> gaps,
        Path folder) {

    private static final char SHADOW_MARK = '@';

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
                .map(rule -> copy(
                        id,
                        rule,
                        List.of(),
                        thresholds,
                        indicatorsOn(topic),
                        topic.equals(stream()) ? factors : List.of()));
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
        List<Threshold> others = thresholds.stream()
                .map(threshold -> threshold.equals(known) ? changed : threshold)
                .toList();
        return copy(id, reads, alsoReads, others, indicators, factors);
    }

    /**
     * Returns the model under the name that it has while it runs in the shadow of the active version: what it finds and keeps
     * stays apart from what that one does.
     */
    public Model inShadow() {
        return called(nameOf(id) + SHADOW_MARK + version);
    }

    /** Returns the model under its own name. */
    public Model inTheLight() {
        return called(nameOf(id));
    }

    /** Returns whether this is the id of a model in the shadow. */
    public static boolean isShadow(String modelId) {
        return modelId.indexOf(SHADOW_MARK) >= 0;
    }

    /** Returns the model's own name, whether it runs in the shadow or not. */
    public static String nameOf(String modelId) {
        int mark = modelId.indexOf(SHADOW_MARK);
        return mark < 0 ? modelId : modelId.substring(0, mark);
    }

    private Model called(String newId) {
        return copy(newId, reads, alsoReads, thresholds, indicators, factors);
    }

    /** Returns the model with what some of its copies have otherwise. */
    private Model copy(
            String newId,
            StreamRule own,
            List<StreamRule> others,
            List<Threshold> tuned,
            List<Indicator> signs,
            List<Factor> circumstances) {
        return new Model(
                newId,
                version,
                since,
                author,
                name,
                description,
                own,
                others,
                episode,
                tuned,
                signs,
                evasionMultiplier,
                circumstances,
                factorCap,
                levels,
                hold,
                index,
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

    /** Returns the figures that its indicators state, in the order of the file. */
    public List<Stated> stated() {
        return indicators.stream()
                .flatMap(indicator -> Optional.ofNullable(indicator.keyed()).stream())
                .flatMap(rule -> rule.states().stream())
                .toList();
    }

    /** Returns the threshold with this name. */
    public Optional<Threshold> threshold(String thresholdName) {
        return thresholds.stream()
                .filter(threshold -> threshold.name().equals(thresholdName))
                .findFirst();
    }
}
