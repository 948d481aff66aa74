package io.zhiwei.console.report;

import static io.zhiwei.console.alert.Buckets.buckets;
import static io.zhiwei.console.alert.Buckets.byLevel;
import static io.zhiwei.console.alert.Buckets.key;
import static io.zhiwei.console.alert.Buckets.levels;
import static io.zhiwei.console.alert.Buckets.name;
import static io.zhiwei.console.alert.Buckets.nameOf;
import static io.zhiwei.console.alert.Buckets.named;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregations behind a report, and how the answers for a period and for the one before become one. */
final class ReportAggregations {

    private static final int MANY = 200;
    private static final int TOP = 10;
    private static final int INDICATORS = 15;
    /** Below it subjects are counted exactly, in practice. */
    private static final int EXACT = 40_000;

    private final Map<String, Aggregate> now;
    private final Map<String, Aggregate> before;

    ReportAggregations(Map<String, Aggregate> now, Map<String, Aggregate> before) {
        this.now = now;
        this.before = before;
    }

    /** What a report is about. */
    record Heading(
            Period period,
            Scope scope,
            @Nullable String agency,
            @Nullable String region) {}

    static void ask(SearchRequest.Builder request) {
        terms(request, "levels", "level", MANY);
        table(request, "models", "model.id", "model.name", MANY);
        table(request, "agencies", "leadAgency", "leadAgency", MANY);
        table(request, "indicators", "indicators", "indicators", INDICATORS);
        table(request, "statuses", "status", "status", MANY);
        table(request, "subjects", "subject.id", "subject.name", TOP);
        request.aggregations(
                "places",
                a -> a.terms(t -> t.field("region.code").size(MANY))
                        .aggregations("levels", byLevel())
                        .aggregations("name", name("region.name"))
                        .aggregations(
                                "zones",
                                z -> z.terms(t -> t.field("region.zone").size(MANY))
                                        .aggregations("levels", byLevel())
                                        .aggregations("name", name("region.name"))));
        request.aggregations(
                "days",
                a -> a.dateHistogram(d -> d.field("raisedAt")
                                .calendarInterval(CalendarInterval.Day)
                                .timeZone(AlertQuery.CHINA.getId())
                                .format("yyyy-MM-dd")
                                .minDocCount(1))
                        .aggregations("levels", byLevel()));
        request.aggregations(
                "subject-count", a -> a.cardinality(c -> c.field("subject.id").precisionThreshold(EXACT)));
    }

    static void askBefore(SearchRequest.Builder request) {
        terms(request, "levels", "level", MANY);
        terms(request, "models", "model.id", MANY);
        terms(request, "agencies", "leadAgency", MANY);
        terms(request, "places", "region.code", MANY);
    }

    private static void terms(SearchRequest.Builder request, String as, String field, int size) {
        request.aggregations(as, a -> a.terms(t -> t.field(field).size(size)));
    }

    private static void table(SearchRequest.Builder request, String as, String field, String name, int size) {
        request.aggregations(
                as,
                a -> a.terms(t -> t.field(field).size(size))
                        .aggregations("levels", byLevel())
                        .aggregations("name", name(name)));
    }

    Report report(Heading heading, List<AlertView> gravest, List<AlertView> overdue, long overdueAlerts) {
        return new Report(
                heading.period(),
                heading.scope(),
                heading.agency(),
                heading.region(),
                sum(now),
                sum(before),
                levels(now),
                named(now, "subject-count").cardinality().value(),
                compared("models"),
                places(),
                compared("agencies"),
                rows("indicators"),
                rows("statuses"),
                days(),
                rows("subjects"),
                gravest,
                overdue,
                overdueAlerts);
    }

    private static long sum(Map<String, Aggregate> within) {
        return buckets(within, "levels").stream()
                .mapToLong(StringTermsBucket::docCount)
                .sum();
    }

    private List<Report.Row> compared(String table) {
        return buckets(now, table).stream()
                .map(bucket -> row(bucket, key(bucket), "", earlier(table, key(bucket))))
                .toList();
    }

    private List<Report.Row> rows(String table) {
        return buckets(now, table).stream()
                .map(bucket -> row(bucket, key(bucket), "", null))
                .toList();
    }

    private List<Report.Row> places() {
        List<Report.Row> places = new ArrayList<>();
        for (StringTermsBucket district : buckets(now, "places")) {
            String code = key(district);
            places.add(row(district, code, "", earlier("places", code)));
            buckets(district.aggregations(), "zones").forEach(zone -> places.add(row(zone, code, key(zone), null)));
        }
        return places;
    }

    private List<Report.Row> days() {
        return named(now, "days").dateHistogram().buckets().array().stream()
                .map(day -> {
                    String date = String.valueOf(day.keyAsString());
                    return new Report.Row(date, "", date, day.docCount(), null, levels(day.aggregations()));
                })
                .toList();
    }

    private long earlier(String table, String key) {
        return buckets(before, table).stream()
                .filter(bucket -> key(bucket).equals(key))
                .mapToLong(StringTermsBucket::docCount)
                .sum();
    }

    private static Report.Row row(StringTermsBucket bucket, String key, String zone, @Nullable Long before) {
        return new Report.Row(key, zone, nameOf(bucket), bucket.docCount(), before, levels(bucket.aggregations()));
    }
}
