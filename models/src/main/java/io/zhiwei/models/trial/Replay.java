package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.keyed.KeyedIndicator;
import io.zhiwei.models.keyed.KeyedIndicators;
import io.zhiwei.models.keyed.MemoryState;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.RecentEvents;
import io.zhiwei.models.screening.RegistryScreener;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A model over a sequence of events as the job would run it, in memory: screening, entities with their state, assessment.
 * Event time passes when told to, so that late and early arrivals can be tried.
 */
public final class Replay {

    private static final int RECENT = 100_000;

    private final Map<String, Screener> screeners = new HashMap<>();
    private final KeyedIndicators keyed;
    private final Registry registry = new Registry();
    private final RecentEvents<Arrived> recent = new RecentEvents<>(registry, RECENT);
    private final RegistryScreener records;
    private final Map<String, MemoryState> entities = new HashMap<>();
    private final TreeMap<Long, Set<String>> wakes = new TreeMap<>();
    private long watermark = Long.MIN_VALUE;
    private final TreeMap<String, Episode> episodes = new TreeMap<>();
    private final Assessor assessor;
    private final Consumer<Alert> told;

    private record Arrived(Screener screener, IndexedRecord event) {

        List<Screening> screen() {
            return List.of(screener.screen(event));
        }
    }

    /**
     * Compiles a model for all of its streams.
     *
     * @param lateBound how much longer than its feeds say an event is kept
     * @throws DefinitionException with everything that does not fit
     */
    public Replay(Model model, Regions regions, Duration lateBound) {
        this(model, regions, lateBound, alert -> {});
    }

    /**
     * Compiles a model for all of its streams.
     *
     * @param lateBound how much longer than its feeds say an event is kept
     * @param told receives each alert whenever its level or its indicators change
     * @throws DefinitionException with everything that does not fit
     */
    public Replay(Model model, Regions regions, Duration lateBound, Consumer<Alert> told) {
        this.told = told;
        this.assessor = Assessor.of(model, regions);
        for (String topic : model.topics()) {
            if (model.on(topic).isPresent()) {
                screeners.put(
                        topic,
                        Screener.of(model, topic, EventStream.ofTopic(topic).schema(), registry));
            }
        }
        this.records = RegistryScreener.of(model);
        this.keyed = new KeyedIndicators(List.of(model), regions, lateBound);
    }

    /** Forgets everything but the model, whose compilation takes longer than most sequences. */
    public void forget() {
        registry.clear();
        recent.clear();
        keyed.forgetComplete();
        entities.clear();
        wakes.clear();
        episodes.clear();
        watermark = Long.MIN_VALUE;
    }

    /** Takes in an event of a topic. */
    public void event(String topic, IndexedRecord event) {
        Screener screener = screeners.get(topic);
        if (screener == null) {
            return;
        }
        recent.begin();
        Screening screening = screener.screen(event);
        recent.remember(new Arrived(screener, event), screener.time(event));
        hand(screening);
    }

    private void hand(Screening screening) {
        screening.findings().stream().filter(Findings::says).forEach(this::assess);
        screening.visits().forEach(this::visit);
    }

    /** Takes in a registry record or a marker. */
    public void record(RegistryRecord record) {
        recent.record(record, Arrived::screen, (event, change) -> hand(change));
        records.screen(record).forEach(this::visit);
        if (record.getSnapshotComplete() && keyed.complete(record.getKind())) {
            List.copyOf(entities.keySet()).forEach(place -> reconsider(place, record.getKind()));
        }
    }

    private void reconsider(String place, String kind) {
        KeyedIndicator indicator = keyed.at(place);
        MemoryState state = entities.get(place);
        if (indicator != null && state != null && indicator.joins(kind)) {
            indicator.reconsider(KeyedIndicators.entity(place), state, this::assess);
        }
    }

    private void visit(Visit visit) {
        KeyedIndicator indicator = keyed.of(visit);
        if (indicator != null) {
            MemoryState state = entities.computeIfAbsent(visit.place(), this::newState);
            indicator.receive(visit, state, this::assess);
        }
    }

    /** Lets event time pass: entities whose time has come are woken. */
    public void advance(Instant time) {
        watermark = Math.max(watermark, time.toEpochMilli());
        while (!wakes.isEmpty() && wakes.firstKey() <= watermark) {
            Map.Entry<Long, Set<String>> due = wakes.pollFirstEntry();
            due.getValue().forEach(place -> wake(place, due.getKey()));
        }
    }

    private void wake(String place, long due) {
        KeyedIndicator indicator = keyed.at(place);
        MemoryState state = entities.get(place);
        if (indicator != null && state != null) {
            indicator.wake(KeyedIndicators.entity(place), due, state, this::assess);
            if (state.isEmpty()) {
                entities.remove(place);
            }
        }
    }

    private MemoryState newState(String place) {
        return new MemoryState(
                () -> watermark,
                time -> wakes.computeIfAbsent(time, moment -> new LinkedHashSet<>())
                        .add(place));
    }

    private void assess(Findings findings) {
        String subject = findings.subject().kind() + "|" + findings.subject().id() + "|";
        String place = subject + assessor.episodeStart(findings.event().time());
        Instant now = Instant.EPOCH.plusSeconds(1);
        Episode before = episodes.get(place);
        Episode after = assessor.absorb(before, findings, now);
        episodes.put(place, after);
        if (assessor.hold().isZero()) {
            tell(before, after);
        } else {
            List<Episode> all = List.copyOf(
                    episodes.subMap(subject, subject + Character.MAX_VALUE).values());
            episodes.subMap(subject, subject + Character.MAX_VALUE).replaceAll((start, episode) -> {
                Episode held = assessor.held(episode, all, now);
                tell(start.equals(place) ? before : episode, held);
                return held;
            });
        }
    }

    private void tell(@Nullable Episode before, Episode after) {
        if (assessor.isNews(before, after)) {
            told.accept(assessor.alert(after));
        }
    }

    /** Returns all episodes so far, those without a level included. */
    public Collection<Episode> episodes() {
        return episodes.values();
    }

    /** Returns the alerts of all episodes that have a level. */
    public List<Alert> alerts() {
        return episodes.values().stream()
                .filter(episode -> episode.level() != Level.NONE)
                .map(assessor::alert)
                .toList();
    }

    /** Returns how many entities keep something. */
    public int entities() {
        return entities.size();
    }
}
