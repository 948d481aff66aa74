package io.zhiwei.jobs.elasticsearch;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The writer's own metrics: documents by outcome, duration of the last bulk request, requests under way. Used by the
 * task's thread alone.
 */
final class WriterMetrics {

    private final Map<BulkOutcome, Counter> outcomes = new EnumMap<>(BulkOutcome.class);
    private long lastMillis;

    WriterMetrics(MetricGroup parent, Supplier<Integer> inFlight) {
        MetricGroup group = parent.addGroup("elasticsearch");
        for (BulkOutcome outcome : BulkOutcome.values()) {
            outcomes.put(outcome, group.counter(outcome.name().toLowerCase(Locale.ROOT)));
        }
        group.gauge("bulkMillis", () -> lastMillis);
        group.gauge("inFlight", inFlight::get);
    }

    void count(BulkOutcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.inc();
        }
    }

    void took(long millis) {
        lastMillis = millis;
    }
}
