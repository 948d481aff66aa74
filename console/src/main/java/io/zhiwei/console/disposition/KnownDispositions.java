package io.zhiwei.console.disposition;

import io.zhiwei.schemas.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decisions by alert, each once, in the order of the topic. */
final class KnownDispositions {

    private final Map<String, List<Disposition>> byAlert = new ConcurrentHashMap<>();

    void add(Disposition disposition) {
        byAlert.merge(disposition.getAlertId(), List.of(disposition), KnownDispositions::union);
    }

    List<Disposition> of(String alertId) {
        return byAlert.getOrDefault(alertId, List.of());
    }

    List<Disposition> all() {
        return byAlert.values().stream().flatMap(List::stream).toList();
    }

    private static List<Disposition> union(List<Disposition> known, List<Disposition> more) {
        List<Disposition> all = new ArrayList<>(known);
        for (Disposition one : more) {
            if (known.stream().noneMatch(other -> other.getDispositionId().equals(one.getDispositionId()))) {
                all.add(one);
            }
        }
        return List.copyOf(all);
    }
}
