package io.zhiwei.console.alert;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.zhiwei.schemas.AlertStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts of the index {@code zhiwei-alerts}. Pages by {@code search_after}, so depth costs nothing. */
public final class ElasticsearchAlerts implements AlertIndex {

    /** The index. */
    public static final String INDEX = "zhiwei-alerts";

    private static final String DEAD_LETTERS = "zhiwei-dead-letters";
    private static final int PAGE = 50;
    private static final int SIMILAR = 10;
    private static final int OTHERS = 20;
    private static final int AGENCIES = 50;
    private static final List<String> TEXT_FIELDS =
            List.of("subject.name.zh", "findings.evidence.excerpt", "findings.evidence.note");

    private final ElasticsearchClient client;

    /** Reads through a client, which stays the caller's. */
    public ElasticsearchAlerts(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public AlertPage list(Scope scope, AlertQuery query, @Nullable Cursor after) {
        SearchRequest.Builder request = listed(scope, query).size(PAGE + 1).trackTotalHits(t -> t.enabled(true));
        if (after != null) {
            request.searchAfter(FieldValue.of(after.raisedAt()), FieldValue.of(after.alertId()));
        }
        SearchResponse<AlertView> response = search(request);
        List<AlertView> found = sources(response);
        boolean more = found.size() > PAGE;
        List<AlertView> shown = more ? found.subList(0, PAGE) : found;
        TotalHits total = response.hits().total();
        long matching = total == null ? shown.size() : total.value();
        long all = query.equals(AlertQuery.ANY) ? matching : count(scope);
        return new AlertPage(shown, matching, all, more ? cursor(shown.get(PAGE - 1)) : null);
    }

    private static Cursor cursor(AlertView last) {
        return new Cursor(last.raisedAt().toEpochMilli(), last.alertId());
    }

    @Override
    public Optional<AlertView> find(Scope scope, String alertId) {
        try {
            return Optional.ofNullable(client.get(g -> g.index(INDEX).id(alertId), AlertView.class)
                            .source())
                    .filter(scope::allows);
        } catch (IOException | ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    @Override
    public List<AlertView> othersOf(Scope scope, AlertView alert) {
        AlertQuery same = AlertQuery.about(alert.subject().id());
        return sources(search(listed(scope, same).size(OTHERS + 1))).stream()
                .filter(other -> !other.alertId().equals(alert.alertId()))
                .limit(OTHERS)
                .toList();
    }

    @Override
    public List<AlertView> similarTo(Scope scope, AlertView alert) {
        BoolQuery.Builder like = ScopeFilter.of(scope)
                .filter(f -> f.term(t -> t.field("model.id").value(alert.model().id())))
                .mustNot(n ->
                        n.term(t -> t.field("subject.id").value(alert.subject().id())))
                .minimumShouldMatch("1");
        alert.indicators()
                .forEach(one ->
                        like.should(s -> s.term(t -> t.field("indicators").value(one))));
        alert.kinds()
                .forEach(one -> like.should(s -> s.term(t -> t.field("kinds").value(one))));
        return sources(search(new SearchRequest.Builder()
                .index(INDEX)
                .query(new Query(like.build()))
                .size(SIMILAR)
                .sort(s -> s.score(o -> o.order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("raisedAt").order(SortOrder.Desc)))));
    }

    @Override
    public Unlisted unlisted(Scope scope) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(INDEX)
                .query(new Query(ScopeFilter.of(scope).build()))
                .size(0)
                .trackTotalHits(t -> t.enabled(true))
                .aggregations("occurrences", a -> a.sum(s -> s.field("occurrences")))
                .aggregations("suppressed", a -> a.sum(s -> s.field("suppressed")))
                .aggregations("statuses", a -> a.terms(t -> t.field("status").size(AlertStatus.values().length)));
        SearchResponse<AlertView> response = search(request);
        TotalHits total = response.hits().total();
        Map<String, Aggregate> found = response.aggregations();
        return new Unlisted(
                Math.max(0, Buckets.sum(found, "occurrences") - (total == null ? 0 : total.value())),
                Buckets.sum(found, "suppressed"),
                Buckets.count(found, "statuses", AlertStatus.SNOOZED.name()),
                Buckets.count(found, "statuses", AlertStatus.MERGED.name()),
                tooLate());
    }

    /** Whose they are is not known, because they were not judged: everybody is told of all of them. */
    private long tooLate() {
        try {
            return client.count(c -> c.index(DEAD_LETTERS)
                            .query(q -> q.term(t -> t.field("reason").value("TOO_LATE"))))
                    .count();
        } catch (IOException | ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    @Override
    public List<String> agencies(Scope scope) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(INDEX)
                .query(new Query(ScopeFilter.of(scope).build()))
                .size(0)
                .aggregations(
                        "agencies", a -> a.terms(t -> t.field("leadAgency").size(AGENCIES)))
                .aggregations(
                        "receivers", a -> a.terms(t -> t.field("transferredTo").size(AGENCIES)));
        Map<String, Aggregate> found = search(request).aggregations();
        return Stream.of("agencies", "receivers")
                .flatMap(one -> Buckets.buckets(found, one).stream())
                .map(Buckets::key)
                .distinct()
                .toList();
    }

    @Override
    public Overview overview(Scope scope, AlertQuery query) {
        BoolQuery.Builder late = new BoolQuery.Builder();
        overdue(late);
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(INDEX)
                .size(0)
                .trackTotalHits(t -> t.enabled(true))
                .query(filter(scope, query));
        OverviewAggregations.ask(request, new Query(late.build()));
        SearchResponse<AlertView> response = search(request);
        TotalHits total = response.hits().total();
        return OverviewAggregations.read(response.aggregations(), total == null ? 0 : total.value());
    }

    @Override
    public ShadowRun shadow(Scope scope, String modelId, int version, Instant since) {
        return new ShadowAlerts(scope, this::search).of(modelId, version, since);
    }

    @Override
    public long count(Scope scope, AlertQuery query, Set<String> alertIds) {
        return new JudgedAlerts(scope, this::search).count(filter(scope, query), alertIds);
    }

    @Override
    public Set<String> among(Scope scope, String modelId, Instant from, Instant to, Set<String> alertIds) {
        return new JudgedAlerts(scope, this::search).among(modelId, from, to, alertIds);
    }

    @Override
    public List<ModelCounts> counts(Scope scope, Set<String> alertIds) {
        return new JudgedAlerts(scope, this::search).counts(alertIds);
    }

    private long count(Scope scope) {
        try {
            return client.count(c ->
                            c.index(INDEX).query(new Query(ScopeFilter.of(scope).build())))
                    .count();
        } catch (IOException | ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    private SearchRequest.Builder listed(Scope scope, AlertQuery query) {
        return new SearchRequest.Builder()
                .index(INDEX)
                .query(filter(scope, query))
                .sort(s ->
                        s.field(f -> f.field("raisedAt").order(SortOrder.Desc).format("epoch_millis")))
                .sort(s -> s.field(f -> f.field("alertId").order(SortOrder.Desc)));
    }

    private SearchResponse<AlertView> search(SearchRequest.Builder request) {
        try {
            return client.search(request.build(), AlertView.class);
        } catch (IOException | ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    private static List<AlertView> sources(SearchResponse<AlertView> response) {
        return response.hits().hits().stream()
                .map(Hit::source)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static UnavailableException unavailable(Exception cause) {
        return new UnavailableException("Elasticsearch does not answer", cause);
    }

    private static Query filter(Scope scope, AlertQuery query) {
        BoolQuery.Builder all = ScopeFilter.of(scope);
        term(all, "level", query.level());
        term(all, "model.id", query.model());
        term(all, "region.code", query.region());
        term(all, "region.zone", query.zone());
        agency(all, query.agency());
        term(all, "status", query.status());
        term(all, "subject.id", query.subject());
        if (query.overdue() != null) {
            overdue(all);
        }
        if (query.from() != null || query.to() != null) {
            all.filter(days(query));
        }
        if (query.text() != null) {
            String text = query.text();
            // A plain match: nothing that is typed can be read as query syntax.
            all.filter(f -> f.multiMatch(m -> m.query(text)
                    .fields(TEXT_FIELDS)
                    .type(TextQueryType.CrossFields)
                    .operator(Operator.And)));
        }
        return new Query(all.build());
    }

    private static void agency(BoolQuery.Builder all, @Nullable String agency) {
        if (agency != null) {
            all.filter(f -> f.bool(any -> any.minimumShouldMatch("1")
                    .should(s -> s.term(t -> t.field("leadAgency").value(agency)))
                    .should(s -> s.term(t -> t.field("transferredTo").value(agency)))));
        }
    }

    private static void overdue(BoolQuery.Builder all) {
        List<FieldValue> undecided =
                AlertQuery.UNDECIDED.stream().map(FieldValue::of).toList();
        all.filter(f -> f.terms(t -> t.field("status").terms(v -> v.value(undecided))));
        all.filter(f -> f.range(r -> r.date(d -> d.field("dueAt").lt("now"))));
    }

    private static Query days(AlertQuery query) {
        return Query.of(q -> q.range(r -> r.date(d -> {
            d.field("lastSeen").timeZone(AlertQuery.CHINA.getId());
            if (query.from() != null) {
                d.gte(query.from().toString());
            }
            if (query.to() != null) {
                d.lt(query.to().plusDays(1).toString());
            }
            return d;
        })));
    }

    private static void term(BoolQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.filter(f -> f.term(t -> t.field(field).value(value)));
        }
    }
}
