package io.zhiwei.console.report;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.ElasticsearchAlerts;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.alert.ScopeFilter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Reports out of the index {@code zhiwei-alerts}: four searches, whatever the number of alerts. */
public final class ElasticsearchReports implements ReportIndex {

    private static final int LISTED = 20;
    private static final int ORANGE = 3;
    private static final List<FieldValue> NOT_JUDGED =
            Stream.of("OPEN", "CLAIMED").map(FieldValue::of).toList();

    private final ElasticsearchClient client;

    /** Reads through a client, which stays the caller's. */
    public ElasticsearchReports(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public Report report(Scope scope, ReportQuery query, LocalDate today) {
        Period period = query.period(today);
        SearchRequest.Builder counted = search(asked(scope, query).filter(raisedIn(period)));
        ReportAggregations.ask(counted);
        SearchRequest.Builder earlier = search(asked(scope, query).filter(raisedIn(period.before())));
        ReportAggregations.askBefore(earlier);
        SearchResponse<AlertView> late = answer(overdue(scope, query, period));
        return new ReportAggregations(
                        answer(counted).aggregations(), answer(earlier).aggregations())
                .report(
                        new ReportAggregations.Heading(period, scope, query.agency(), query.region()),
                        sources(answer(gravest(scope, query, period))),
                        sources(late),
                        total(late));
    }

    private static SearchRequest.Builder gravest(Scope scope, ReportQuery query, Period period) {
        return search(asked(scope, query)
                        .filter(raisedIn(period))
                        .filter(f ->
                                f.range(r -> r.number(n -> n.field("levelRank").gte((double) ORANGE)))))
                .size(LISTED)
                .sort(s -> s.field(f -> f.field("levelRank").order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("score").order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("alertId").order(SortOrder.Asc)));
    }

    /** Whatever period they were raised in: what lies longest is late in every report until somebody judges it. */
    private static SearchRequest.Builder overdue(Scope scope, ReportQuery query, Period period) {
        return search(asked(scope, query)
                        .filter(f -> f.terms(t -> t.field("status").terms(v -> v.value(NOT_JUDGED))))
                        .filter(f -> f.range(r -> r.date(d -> d.field("dueAt")
                                .timeZone(AlertQuery.CHINA.getId())
                                .lt(period.last().plusDays(1).toString())))))
                .size(LISTED)
                .trackTotalHits(t -> t.enabled(true))
                .sort(s -> s.field(f -> f.field("dueAt").order(SortOrder.Asc)))
                .sort(s -> s.field(f -> f.field("alertId").order(SortOrder.Asc)));
    }

    private static BoolQuery.Builder asked(Scope scope, ReportQuery query) {
        BoolQuery.Builder all = ScopeFilter.of(scope);
        String agency = query.agency();
        String region = query.region();
        if (agency != null) {
            all.filter(ScopeFilter.ledBy(agency));
        }
        if (region != null) {
            all.filter(f -> f.term(t -> t.field("region.code").value(region)));
        }
        return all;
    }

    private static Query raisedIn(Period period) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field("raisedAt")
                .timeZone(AlertQuery.CHINA.getId())
                .gte(period.first().toString())
                .lt(period.last().plusDays(1).toString()))));
    }

    private static SearchRequest.Builder search(BoolQuery.Builder query) {
        return new SearchRequest.Builder()
                .index(ElasticsearchAlerts.INDEX)
                .size(0)
                .query(new Query(query.build()));
    }

    private SearchResponse<AlertView> answer(SearchRequest.Builder request) {
        try {
            return client.search(request.build(), AlertView.class);
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException("Elasticsearch does not answer", e);
        }
    }

    private static List<AlertView> sources(SearchResponse<AlertView> response) {
        return response.hits().hits().stream()
                .map(Hit::source)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static long total(SearchResponse<AlertView> response) {
        TotalHits total = response.hits().total();
        return total == null ? response.hits().hits().size() : total.value();
    }
}
