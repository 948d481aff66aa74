package io.zhiwei.console.alert;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the aggregations over alerts have in common, and how their answers are read. */
public final class Buckets {

    private Buckets() {}

    /** Returns the aggregation that {@link #levels} reads, to be asked for as {@code levels}. */
    public static Aggregation byLevel() {
        return Aggregation.of(a -> a.terms(t -> t.field("level").size(AlertQuery.LEVELS.size() + 1)));
    }

    /** Returns the aggregation that {@link #nameOf} reads. */
    public static Aggregation name(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(1)));
    }

    /** Returns the buckets of terms, the fullest first; none where nothing was found. */
    public static List<StringTermsBucket> buckets(Map<String, Aggregate> within, String name) {
        Aggregate aggregate = within.get(name);
        // An index without documents answers terms of no type.
        return aggregate != null && aggregate.isSterms()
                ? aggregate.sterms().buckets().array()
                : List.of();
    }

    /** Returns the counts of the aggregation {@code levels} in the order of {@link AlertQuery#LEVELS}. */
    public static List<Long> levels(Map<String, Aggregate> within) {
        List<StringTermsBucket> counted = buckets(within, "levels");
        return AlertQuery.LEVELS.stream()
                .map(level -> counted.stream()
                        .filter(bucket -> key(bucket).equals(level))
                        .mapToLong(StringTermsBucket::docCount)
                        .sum())
                .toList();
    }

    /** Returns the value that a bucket is for. */
    public static String key(StringTermsBucket bucket) {
        return bucket.key().stringValue();
    }

    /** Returns what the aggregation {@code name} says of a bucket; its key where it says nothing. */
    public static String nameOf(StringTermsBucket bucket) {
        return buckets(bucket.aggregations(), "name").stream()
                .map(Buckets::key)
                .findFirst()
                .orElse(key(bucket));
    }

    /** Returns the highest value within a bucket; 0 where there is none. */
    public static double max(StringTermsBucket bucket, String name) {
        Double value = named(bucket.aggregations(), name).max().value();
        return value == null || value.isInfinite() ? 0 : value;
    }

    /** Returns a sum, rounded. */
    public static long sum(Map<String, Aggregate> within, String name) {
        Double value = named(within, name).sum().value();
        return value == null ? 0 : Math.round(value);
    }

    /** Returns how many documents have a key. */
    public static long count(Map<String, Aggregate> within, String name, String key) {
        return buckets(within, name).stream()
                .filter(bucket -> key(bucket).equals(key))
                .mapToLong(StringTermsBucket::docCount)
                .sum();
    }

    /** Returns the aggregation with a name. */
    public static Aggregate named(Map<String, Aggregate> within, String name) {
        return Objects.requireNonNull(within.get(name), () -> "the answer lacks the aggregation " + name);
    }
}
