package io.zhiwei.console.alert;

import static io.zhiwei.console.alert.Buckets.buckets;
import static io.zhiwei.console.alert.Buckets.byLevel;
import static io.zhiwei.console.alert.Buckets.key;
import static io.zhiwei.console.alert.Buckets.levels;
import static io.zhiwei.console.alert.Buckets.max;
import static io.zhiwei.console.alert.Buckets.name;
import static io.zhiwei.console.alert.Buckets.nameOf;
import static io.zhiwei.console.alert.Buckets.named;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The aggregations behind the overview, and how their answer is read. */
final class OverviewAggregations {

    private static final int TOP_SUBJECTS = 10;
    private static final int MANY = 200;
    /** A zone lies within its district; what lies in none is the district's own. */
    private static final String NO_ZONE = "";

    private OverviewAggregations() {}

    static void ask(SearchRequest.Builder request, Query overdue) {
        Aggregation levels = byLevel();
        Aggregation highest = Aggregation.of(a -> a.max(m -> m.field("levelRank")));
        request.aggregations(
                "places",
                a -> a.terms(t -> t.field("region.code").size(MANY))
                        .aggregations("highest", highest)
                        .aggregations("name", name("region.name"))
                        .aggregations(
                                "zones",
                                z -> z.terms(t -> t.field("region.zone").size(MANY))
                                        .aggregations("highest", highest)
                                        .aggregations("name", name("region.name"))));
        request.aggregations(
                "days",
                a -> a.dateHistogram(d -> d.field("lastSeen")
                                .calendarInterval(CalendarInterval.Day)
                                .timeZone(AlertQuery.CHINA.getId())
                                .format("yyyy-MM-dd")
                                .minDocCount(1))
                        .aggregations("levels", levels));
        request.aggregations(
                "models",
                a -> a.terms(t -> t.field("model.id").size(MANY))
                        .aggregations("name", name("model.name"))
                        .aggregations("levels", levels));
        request.aggregations(
                "overdue",
                a -> a.filter(overdue)
                        .aggregations("levels", levels)
                        .aggregations(
                                "agencies",
                                Aggregation.of(
                                        g -> g.terms(t -> t.field("leadAgency").size(TOP_SUBJECTS)))));
        request.aggregations("statuses", a -> a.terms(t -> t.field("status").size(MANY)));
        request.aggregations(
                "subjects",
                a -> a.terms(t -> t.field("subject.id").size(TOP_SUBJECTS))
                        .aggregations("name", name("subject.name"))
                        .aggregations("score", Aggregation.of(s -> s.max(m -> m.field("score")))));
    }

    static Overview read(Map<String, Aggregate> found, long alerts) {
        Map<String, Aggregate> overdue = named(found, "overdue").filter().aggregations();
        return new Overview(
                alerts,
                buckets(found, "places").stream()
                        .flatMap(district -> places(district).stream())
                        .toList(),
                days(found),
                buckets(found, "models").stream()
                        .map(model -> new Overview.ModelCount(key(model), nameOf(model), levels(model.aggregations())))
                        .toList(),
                counts(found, "statuses"),
                buckets(found, "subjects").stream()
                        .map(subject -> new Overview.SubjectCount(
                                key(subject), nameOf(subject), subject.docCount(), max(subject, "score")))
                        .toList(),
                levels(overdue),
                counts(overdue, "agencies"));
    }

    private static List<Overview.Count> counts(Map<String, Aggregate> found, String name) {
        return buckets(found, name).stream()
                .map(one -> new Overview.Count(key(one), one.docCount()))
                .toList();
    }

    private static List<Overview.Place> places(StringTermsBucket district) {
        String code = key(district);
        List<StringTermsBucket> zones = buckets(district.aggregations(), "zones");
        List<Overview.Place> places = new ArrayList<>();
        // The map colours a district by everything within its border, its zones included.
        places.add(new Overview.Place(
                code, NO_ZONE, nameOf(district), district.docCount(), (int) max(district, "highest")));
        zones.forEach(zone -> places.add(
                new Overview.Place(code, key(zone), nameOf(zone), zone.docCount(), (int) max(zone, "highest"))));
        return places;
    }

    private static List<Overview.Day> days(Map<String, Aggregate> found) {
        return named(found, "days").dateHistogram().buckets().array().stream()
                .map(day -> new Overview.Day(String.valueOf(day.keyAsString()), levels(day.aggregations())))
                .toList();
    }
}
