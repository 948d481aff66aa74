package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertPage;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Cursor;
import io.zhiwei.console.alert.Overview;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.alert.ShadowRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An index in memory that can be taken away. */
public final class MemoryAlerts implements AlertIndex {

    private final Map<String, AlertView> alerts = new LinkedHashMap<>();
    private boolean away;

    /** Holds exactly these. */
    public void hold(AlertView... all) {
        alerts.clear();
        for (AlertView alert : all) {
            alerts.put(alert.alertId(), alert);
        }
        away = false;
    }

    /** Answers nothing any more. */
    public void goAway() {
        away = true;
    }

    @Override
    public AlertPage list(Scope scope, AlertQuery query, @Nullable Cursor after) {
        List<AlertView> found = all(scope).stream().filter(query::matches).toList();
        return new AlertPage(found, found.size(), all(scope).size(), null);
    }

    @Override
    public Optional<AlertView> find(Scope scope, String alertId) {
        return all(scope).stream().filter(one -> one.alertId().equals(alertId)).findFirst();
    }

    @Override
    public List<AlertView> othersOf(Scope scope, AlertView alert) {
        return all(scope).stream()
                .filter(other -> other.subject().equals(alert.subject()) && !other.equals(alert))
                .toList();
    }

    @Override
    public List<AlertView> similarTo(Scope scope, AlertView alert) {
        return all(scope).stream()
                .filter(other ->
                        other.model().equals(alert.model()) && !other.subject().equals(alert.subject()))
                .toList();
    }

    @Override
    public Unlisted unlisted(Scope scope) {
        long suppressed = all(scope).stream().mapToLong(AlertView::suppressed).sum();
        return new Unlisted(5, suppressed, 3, 2, 4);
    }

    @Override
    public List<String> agencies(Scope scope) {
        return all(scope).stream()
                .flatMap(alert -> alert.agencies().stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<String> among(Scope scope, String modelId, Instant from, Instant to, Set<String> alertIds) {
        return all(scope).stream()
                .filter(one -> one.model().id().equals(modelId))
                .filter(one ->
                        !one.firstSeen().isBefore(from) && one.firstSeen().isBefore(to))
                .map(AlertView::alertId)
                .filter(alertIds::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<ModelCounts> counts(Scope scope, Set<String> alertIds) {
        Map<String, ModelCounts> counts = new TreeMap<>();
        for (AlertView alert : all(scope)) {
            if (alertIds.contains(alert.alertId())) {
                Map<String, Long> indicators = new TreeMap<>();
                alert.findings().forEach(finding -> indicators.put(finding.indicator(), 1L));
                counts.merge(alert.model().id(), new ModelCounts(alert.model().id(), 1, indicators), MemoryAlerts::sum);
            }
        }
        return List.copyOf(counts.values());
    }

    private static ModelCounts sum(ModelCounts one, ModelCounts other) {
        Map<String, Long> indicators = new TreeMap<>(one.indicators());
        other.indicators().forEach((indicator, count) -> indicators.merge(indicator, count, Long::sum));
        return new ModelCounts(one.modelId(), one.alerts() + other.alerts(), indicators);
    }

    @Override
    public ShadowRun shadow(Scope scope, String modelId, int version, Instant since) {
        return new ShadowRun(List.of(0L, 1L, 0L, 0L), List.of(0L, 2L, 0L, 0L), all(scope));
    }

    @Override
    public long count(Scope scope, AlertQuery query, Set<String> alertIds) {
        return all(scope).stream()
                .filter(query::matches)
                .filter(one -> alertIds.contains(one.alertId()))
                .count();
    }

    @Override
    public Overview overview(Scope scope, AlertQuery query) {
        return new Overview(
                all(scope).size(),
                List.of(new Overview.Place("420704", "", "鄂城区", all(scope).size(), 3)),
                List.of(new Overview.Day("2026-03-02", List.of(0L, 1L, 0L, 0L))),
                List.of(new Overview.ModelCount("medical-ads", "虚假医疗广告", List.of(0L, 1L, 0L, 0L))),
                List.of(new Overview.Count("OPEN", all(scope).size())),
                all(scope).stream()
                        .map(one -> new Overview.SubjectCount(
                                one.subject().id(), one.subject().name(), 1, one.score()))
                        .toList(),
                List.of(0L, 1L, 0L, 0L),
                List.of(new Overview.Count("鄂州市市场监督管理局", 1)));
    }

    List<AlertView> all(Scope scope) {
        if (away) {
            throw new UnavailableException("The index is away", new IllegalStateException("test"));
        }
        return alerts.values().stream().filter(scope::allows).toList();
    }
}
