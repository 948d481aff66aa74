package io.zhiwei.console.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.Buckets;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record in the index {@code zhiwei-audit}. */
public final class ElasticsearchAudit implements AuditIndex {

    private static final int MANY = 200;

    private final ElasticsearchClient client;
    private final int pageSize;

    /**
     * Reads through a client, which stays the caller's.
     *
     * @param pageSize most entries of a page
     */
    public ElasticsearchAudit(ElasticsearchClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    @Override
    public AuditPage list(AuditQuery query, @Nullable AuditCursor after) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(AuditIndexer.INDEX)
                .query(filter(query))
                .size(pageSize + 1)
                .trackTotalHits(t -> t.enabled(true))
                .sort(s -> s.field(f -> f.field("at").order(SortOrder.Desc).format("epoch_millis")))
                .sort(s -> s.field(f -> f.field("number").order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("chain").order(SortOrder.Desc)));
        if (after != null) {
            request.searchAfter(FieldValue.of(after.at()), FieldValue.of(after.number()), FieldValue.of(after.chain()));
        }
        SearchResponse<AuditView> response = search(request);
        List<AuditView> found = response.hits().hits().stream()
                .map(Hit::source)
                .flatMap(Stream::ofNullable)
                .toList();
        List<AuditView> shown = found.subList(0, Math.min(found.size(), pageSize));
        TotalHits total = response.hits().total();
        return new AuditPage(
                shown,
                total == null ? shown.size() : total.value(),
                found.size() > pageSize ? AuditCursor.of(shown.get(pageSize - 1)) : null);
    }

    @Override
    public List<String> actions() {
        return values("action");
    }

    @Override
    public List<String> people() {
        return values("who");
    }

    private List<String> values(String field) {
        SearchResponse<AuditView> response = search(new SearchRequest.Builder()
                .index(AuditIndexer.INDEX)
                .size(0)
                .aggregations("values", a -> a.terms(t -> t.field(field).size(MANY))));
        return Buckets.buckets(response.aggregations(), "values").stream()
                .map(Buckets::key)
                .sorted()
                .toList();
    }

    private SearchResponse<AuditView> search(SearchRequest.Builder request) {
        try {
            return client.search(request.build(), AuditView.class);
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException("Elasticsearch does not answer", e);
        }
    }

    private static Query filter(AuditQuery query) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        term(all, "who", query.who());
        term(all, "action", query.action());
        if (query.from() != null || query.to() != null) {
            all.filter(days(query));
        }
        if (query.text() != null) {
            String text = query.text();
            all.filter(f -> f.bool(any -> any.minimumShouldMatch("1")
                    .should(s -> s.term(t -> t.field("object").value(text)))
                    // A plain match: nothing that is typed can be read as query syntax.
                    .should(s -> s.match(m -> m.field("detail").query(text).operator(Operator.And)))));
        }
        return new Query(all.build());
    }

    private static void term(BoolQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.filter(f -> f.term(t -> t.field(field).value(value)));
        }
    }

    private static Query days(AuditQuery query) {
        return Query.of(q -> q.range(r -> r.date(d -> {
            d.field("at").timeZone(AlertQuery.CHINA.getId());
            if (query.from() != null) {
                d.gte(query.from().toString());
            }
            if (query.to() != null) {
                d.lt(query.to().plusDays(1).toString());
            }
            return d;
        })));
    }
}
