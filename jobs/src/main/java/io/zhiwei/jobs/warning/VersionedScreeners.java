package io.zhiwei.jobs.warning;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screens each event with the newest active version of each model that applies to it, and with every version in the shadow. An
 * event never meets two active versions of one model. Not thread-safe.
 */
final class VersionedScreeners implements Screeners {

    private static final Logger LOGGER = LoggerFactory.getLogger(VersionedScreeners.class);

    private final EventStream stream;
    private final Registry registry;
    private final ModelVersions versions;
    private final Map<String, Screener> compiled = new HashMap<>();
    private List<EventScreener> current;

    VersionedScreeners(EventStream stream, Registry registry, ModelVersions versions) {
        this.stream = stream;
        this.registry = registry;
        this.versions = versions;
        this.current = arrange();
    }

    /** A version that reads the stream; one that does not has no screener, and keeps older ones from its events all the same. */
    private record Reading(ModelVersion version, List<Screener> screener) {}

    @Override
    public List<EventScreener> current() {
        return current;
    }

    @Override
    public void follow(ModelUpdate update) {
        try {
            if (versions.accept(update)) {
                current = arrange();
            }
        } catch (DefinitionException e) {
            // It was found good a moment ago, so a file of the library differs between machines.
            LOGGER.error("model update not followed model={} version={}", update.getModelId(), update.getVersion(), e);
        }
    }

    private List<EventScreener> arrange() {
        Map<String, Screener> before = new HashMap<>(compiled);
        compiled.clear();
        List<EventScreener> arranged = new ArrayList<>();
        for (String id : versions.ids()) {
            List<Reading> readings = versions.history(id).stream()
                    .filter(ModelVersion::runs)
                    .map(version -> reading(version, before))
                    .toList();
            if (readings.stream().anyMatch(reading -> !reading.screener.isEmpty())) {
                arranged.add(screener(readings));
            }
        }
        return List.copyOf(arranged);
    }

    private Reading reading(ModelVersion version, Map<String, Screener> before) {
        if (version.model().on(stream.topic()).isEmpty()) {
            return new Reading(version, List.of());
        }
        String name = version.model().id() + " " + version.model().version();
        Screener known = before.get(name);
        Screener screener =
                known == null ? Screener.of(version.model(), stream.topic(), stream.schema(), registry) : known;
        compiled.put(name, screener);
        return new Reading(version, List.of(screener));
    }

    private static EventScreener screener(List<Reading> readings) {
        Screener any = readings.stream()
                .flatMap(reading -> reading.screener.stream())
                .findFirst()
                .orElseThrow();
        if (readings.size() == 1 && readings.get(0).version.update() == null) {
            return event -> List.of(any.screen(event));
        }
        List<ModelVersion> newestFirst = readings.stream().map(Reading::version).toList();
        return event -> screen(readings, newestFirst, any, event);
    }

    @SuppressWarnings("ReferenceEquality") // One of the list itself.
    private static List<Screening> screen(
            List<Reading> readings, List<ModelVersion> newestFirst, Screener any, IndexedRecord event) {
        Instant time = any.time(event);
        String region = any.region(event);
        ModelVersion judge = ModelVersions.judging(newestFirst, time, region);
        List<Screening> screenings = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            ModelVersion version = reading.version;
            if (version == judge || version.inShadow() && version.applies(time, region)) {
                reading.screener.forEach(screener -> screenings.add(screener.screen(event)));
            }
        }
        return screenings;
    }
}
