package io.zhiwei.console.signal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.alert.Buckets;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pairs of the index {@code zhiwei-signals}, which holds a document for each pair and epoch of change. */
public final class ElasticsearchSignals implements SignalIndex {

    private static final String INDEX = "zhiwei-signals";
    /** Measurements among which the latest of each pair is looked for. */
    private static final int LATEST = 2_000;

    private static final int SHOWN = 200;
    /** Most populations that can be chosen among; those with most measurements stay. */
    private static final int POPULATIONS = 500;

    private final ElasticsearchClient client;

    /** Reads through a client, which stays the caller's. */
    public ElasticsearchSignals(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public List<SignalView> list(SignalQuery query) {
        Map<List<String>, SignalView> pairs = new LinkedHashMap<>();
        latestFirst(query, LATEST).forEach(signal -> pairs.putIfAbsent(signal.pair(), signal));
        return pairs.values().stream()
                .sorted(Comparator.comparingDouble(SignalView::ic025).reversed())
                .limit(SHOWN)
                .toList();
    }

    @Override
    public List<SignalView> trend(String population, String product, String event) {
        return latestFirst(new SignalQuery(population, product, event, null), SHOWN);
    }

    @Override
    public List<String> populations() {
        SearchRequest request = SearchRequest.of(s -> s.index(INDEX)
                .size(0)
                .aggregations(
                        "populations", a -> a.terms(t -> t.field("population").size(POPULATIONS))));
        return Buckets.buckets(search(request).aggregations(), "populations").stream()
                .map(Buckets::key)
                .sorted(Comparator.comparing(Populations::isWithin).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<SignalView> latestFirst(SignalQuery query, int size) {
        SearchRequest request = SearchRequest.of(s -> s.index(INDEX)
                .query(filter(query))
                .size(size)
                .sort(o -> o.field(f -> f.field("epoch").order(SortOrder.Desc)))
                .sort(o -> o.field(f -> f.field("ic025").order(SortOrder.Desc))));
        return search(request).hits().hits().stream()
                .map(Hit::source)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private SearchResponse<SignalView> search(SearchRequest request) {
        try {
            return client.search(request, SignalView.class);
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException("Elasticsearch does not answer", e);
        }
    }

    private static Query filter(SignalQuery query) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        term(all, "population", query.population());
        term(all, "product", query.product());
        term(all, "event", query.event());
        term(all, "criteria", query.criterion());
        return new Query(all.build());
    }

    private static void term(BoolQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.filter(f -> f.term(t -> t.field(field).value(value)));
        }
    }
}
