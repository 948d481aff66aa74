package io.zhiwei.console.alert;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.zhiwei.console.alert.AlertIndex.ModelCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What the index says about alerts whose ids are known, asked in parts that one search takes. */
final class JudgedAlerts {

    private static final int PART = 5_000;
    private static final int MANY = 500;
    /** Later than any event: a search needs no bound there. */
    private static final Instant ENDLESS = Instant.parse("9999-01-01T00:00:00Z");

    private final Scope scope;
    private final Function<SearchRequest.Builder, SearchResponse<AlertView>> search;

    JudgedAlerts(Scope scope, Function<SearchRequest.Builder, SearchResponse<AlertView>> search) {
        this.scope = scope;
        this.search = search;
    }

    Set<String> among(String modelId, Instant from, Instant to, Set<String> alertIds) {
        Set<String> found = new HashSet<>();
        for (List<String> part : parts(alertIds)) {
            BoolQuery.Builder query = ids(part);
            query.filter(f -> f.term(t -> t.field("model.id").value(modelId)));
            query.filter(f -> f.range(r -> r.date(d -> {
                d.field("firstSeen").gte(from.toString());
                return to.isBefore(ENDLESS) ? d.lt(to.toString()) : d;
            })));
            search.apply(asked(query).size(part.size()).source(s -> s.fetch(false)))
                    .hits()
                    .hits()
                    .forEach(hit -> {
                        if (hit.id() != null) {
                            found.add(hit.id());
                        }
                    });
        }
        return found;
    }

    List<ModelCounts> counts(Set<String> alertIds) {
        Map<String, ModelCounts> models = new TreeMap<>();
        for (List<String> part : parts(alertIds)) {
            SearchRequest.Builder request = asked(ids(part))
                    .size(0)
                    .aggregations(
                            "models",
                            a -> a.terms(t -> t.field("model.id").size(MANY))
                                    .aggregations(
                                            "indicators",
                                            i -> i.terms(
                                                    t -> t.field("indicators").size(MANY))));
            counted(search.apply(request).aggregations())
                    .forEach(one -> models.merge(one.modelId(), one, JudgedAlerts::sum));
        }
        return List.copyOf(models.values());
    }

    long count(Query filter, Set<String> alertIds) {
        long count = 0;
        for (List<String> part : parts(alertIds)) {
            SearchRequest.Builder request =
                    asked(ids(part).filter(filter)).size(0).trackTotalHits(t -> t.enabled(true));
            TotalHits total = search.apply(request).hits().total();
            count += total == null ? 0 : total.value();
        }
        return count;
    }

    private static List<ModelCounts> counted(Map<String, Aggregate> found) {
        return Buckets.buckets(found, "models").stream()
                .map(model -> new ModelCounts(Buckets.key(model), model.docCount(), indicators(model.aggregations())))
                .toList();
    }

    private static Map<String, Long> indicators(Map<String, Aggregate> within) {
        Map<String, Long> counts = new TreeMap<>();
        for (StringTermsBucket indicator : Buckets.buckets(within, "indicators")) {
            counts.put(Buckets.key(indicator), indicator.docCount());
        }
        return counts;
    }

    private static ModelCounts sum(ModelCounts one, ModelCounts other) {
        Map<String, Long> indicators = new TreeMap<>(one.indicators());
        other.indicators().forEach((indicator, count) -> indicators.merge(indicator, count, Long::sum));
        return new ModelCounts(one.modelId(), one.alerts() + other.alerts(), indicators);
    }

    private static SearchRequest.Builder asked(BoolQuery.Builder query) {
        return new SearchRequest.Builder().index(ElasticsearchAlerts.INDEX).query(new Query(query.build()));
    }

    private BoolQuery.Builder ids(List<String> part) {
        List<FieldValue> values = part.stream().map(FieldValue::of).toList();
        return ScopeFilter.of(scope).filter(f -> f.terms(t -> t.field("alertId").terms(v -> v.value(values))));
    }

    private static List<List<String>> parts(Set<String> alertIds) {
        List<String> all = new ArrayList<>(alertIds);
        List<List<String>> parts = new ArrayList<>();
        for (int start = 0; start < all.size(); start += PART) {
            parts.add(all.subList(start, Math.min(all.size(), start + PART)));
        }
        return parts;
    }
}
