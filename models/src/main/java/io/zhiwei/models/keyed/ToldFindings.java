package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The findings that entities told lately, by event, so that what nothing has touched since is not figured again each time that an entity
 * speaks. Bounded; what is not here is figured again and comes to the same.
 */
final class ToldFindings {

    private static final int PLACES = 8192;
    private static final float LOAD = 0.75f;

    private final Map<Place, Map<String, Finding>> latest = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Map<String, Finding>> eldest) {
            return size() > PLACES;
        }
    };

    private record Place(KeyedIndicator indicator, String entity, String subject) {}

    /** Returns what was told about a subject and episode, by identifier of the event. */
    Map<String, Finding> of(KeyedIndicator indicator, String entity, String subject) {
        return latest.getOrDefault(new Place(indicator, entity, subject), Map.of());
    }

    void put(KeyedIndicator indicator, String entity, String subject, Map<String, Finding> findings) {
        latest.put(new Place(indicator, entity, subject), findings);
    }
}
