package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.jobs.warning.Counters;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Lets the sampler read the job's own counters of visits, which share its JVM. */
public final class VisitReporter implements MetricReporter, MetricReporterFactory {

    private static final List<Counter> VISITS = new CopyOnWriteArrayList<>();

    /** Returns how many visits were paid to entities until now. */
    static long visits() {
        return VISITS.stream().mapToLong(Counter::getCount).sum();
    }

    /** Has the counters reported here. */
    static void follow(Configuration flink) {
        flink.setString("metrics.reporter.visits.factory.class", VisitReporter.class.getName());
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return this;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter && name.equals(Counters.VISITS)) {
            VISITS.add(counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
