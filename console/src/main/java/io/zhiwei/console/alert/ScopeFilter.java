package io.zhiwei.console.alert;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.Stream;

/** What {@link Scope#allows} allows, as a query: every search for alerts begins with it. */
public final class ScopeFilter {

    private ScopeFilter() {}

    /** Returns a query that finds what a scope allows, to be narrowed further. */
    public static BoolQuery.Builder of(Scope scope) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        if (!scope.regions().isEmpty()) {
            all.filter(f -> f.terms(t -> t.field("region.code").terms(v -> v.value(values(scope.regions())))));
        }
        if (!scope.agencies().isEmpty()) {
            all.filter(f -> f.bool(any -> any.minimumShouldMatch("1").should(concerns(scope.agencies()))));
        }
        return all;
    }

    /** Returns a query that finds what an agency leads, alone or with others. */
    public static Query ledBy(String agency) {
        return Query.of(q -> q.bool(any -> any.minimumShouldMatch("1").should(named("leadAgency", List.of(agency)))));
    }

    private static List<Query> concerns(List<String> agencies) {
        return Stream.concat(named("leadAgency", agencies).stream(), named("transferredTo", agencies).stream())
                .toList();
    }

    private static List<Query> named(String field, List<String> agencies) {
        return Stream.concat(
                        Stream.of(Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values(agencies)))))),
                        agencies.stream()
                                .map(agency -> Query.of(
                                        q -> q.prefix(p -> p.field(field).value(agency + Scope.TOGETHER_WITH)))))
                .toList();
    }

    private static List<FieldValue> values(List<String> texts) {
        return texts.stream().map(FieldValue::of).toList();
    }
}
