package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.keyed.KeyedIndicator;
import io.zhiwei.models.keyed.KeyedIndicators;
import io.zhiwei.models.keyed.MemoryState;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.RegistryScreener;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.IndexedRecord;

/**
 * A model over a sequence of events as the job would run it, in memory: screening, entities with their state, assessment.
 * Event time passes when told to, so that late and early arrivals can be tried.
 */
public final class Replay {

    private final Map<String, Screener> screeners = new HashMap<>();
    private final KeyedIndicators keyed;
    private final Registry registry = new Registry();
    private final RegistryScreener records;
    private final Map<String, MemoryState> entities = new HashMap<>();
    private final TreeMap<Long, Set<String>> wakes = new TreeMap<>();
    private long watermark = Long.MIN_VALUE;
    private final Map<String, Episode> episodes = new TreeMap<>();
    private final Assessor assessor;

    /**
     * Compiles a model for all of its streams.
     *
     * @param lateBound how much longer than its feeds say an event is kept
     * @throws DefinitionException with everything that does not fit
     */
    public Replay(Model model, Regions regions, Duration lateBound) {
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

    /** Takes in an event of a topic. */
    public void event(String topic, IndexedRecord event) {
        Screener screener = screeners.get(topic);
        if (screener == null) {
            return;
        }
        Screening screening = screener.screen(event);
        screening.findings().stream()
                .filter(findings -> !findings.findings().isEmpty())
                .forEach(this::assess);
        screening.visits().forEach(this::visit);
    }

    /** Takes in a registry record or a marker. */
    public void record(RegistryRecord record) {
        registry.add(record);
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
            wakes.pollFirstEntry().getValue().forEach(this::wake);
        }
    }

    private void wake(String place) {
        KeyedIndicator indicator = keyed.at(place);
        MemoryState state = entities.get(place);
        if (indicator != null && state != null) {
            indicator.wake(KeyedIndicators.entity(place), state, this::assess);
            if (state.isEmpty()) {
                entities.remove(place);
            }
        }
    }

    private MemoryState newState(String place) {
        return new MemoryState(
                () -> watermark,
                time -> wakes.computeIfAbsent(time, moment -> new TreeSet<>()).add(place));
    }

    private void assess(Findings findings) {
        String place = findings.subject().kind() + "|" + findings.subject().id() + "|"
                + assessor.episodeStart(findings.event().time());
        episodes.put(place, assessor.absorb(episodes.get(place), findings, Instant.EPOCH.plusSeconds(1)));
    }

    /** Returns all episodes so far, those without a level included. */
    public Collection<Episode> episodes() {
        return episodes.values();
    }

    /** Returns how many entities keep something. */
    public int entities() {
        return entities.size();
    }
}
