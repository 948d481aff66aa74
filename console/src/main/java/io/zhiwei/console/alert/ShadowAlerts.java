package io.zhiwei.console.alert;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** Alerts of versions in the shadow, which are nobody's work, beside those that are. */
final class ShadowAlerts {

    private static final String INDEX = "zhiwei-alerts-shadow";
    private static final int LATEST = 20;

    private final Scope scope;
    private final Function<SearchRequest.Builder, SearchResponse<AlertView>> search;

    ShadowAlerts(Scope scope, Function<SearchRequest.Builder, SearchResponse<AlertView>> search) {
        this.scope = scope;
        this.search = search;
    }

    ShadowRun of(String modelId, int version, Instant since) {
        BoolQuery.Builder own = raised(modelId, since)
                .filter(f -> f.term(t -> t.field("model.version").value(version)));
        SearchResponse<AlertView> shadow = search.apply(counted(INDEX, own)
                .size(LATEST)
                .sort(s -> s.field(f -> f.field("raisedAt").order(SortOrder.Desc))));
        SearchResponse<AlertView> active = search.apply(
                counted(ElasticsearchAlerts.INDEX, raised(modelId, since)).size(0));
        return new ShadowRun(
                Buckets.levels(shadow.aggregations()),
                Buckets.levels(active.aggregations()),
                shadow.hits().hits().stream()
                        .map(Hit::source)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The index is there from the first alert of the first shadow on. */
    private static SearchRequest.Builder counted(String index, BoolQuery.Builder query) {
        return new SearchRequest.Builder()
                .index(index)
                .ignoreUnavailable(true)
                .query(new Query(query.build()))
                .aggregations("levels", Buckets.byLevel());
    }

    private BoolQuery.Builder raised(String modelId, Instant since) {
        return ScopeFilter.of(scope)
                .filter(f -> f.term(t -> t.field("model.id").value(modelId)))
                .filter(f -> f.range(r -> r.date(d -> d.field("raisedAt").gte(since.toString()))));
    }
}
