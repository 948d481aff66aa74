package io.zhiwei.deploy.bench.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks at the counter and at the processor time of this JVM ten times a second. */
final class Sampler {

    private static final long INTERVAL_MILLIS = 100;

    private static final int QUIET_INTERVALS = 150;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

    /** Returns the samples until the window is full, the run is over, or nothing has come for a quarter of a minute. */
    List<Sample> watch(SteadyWindow window, BooleanSupplier over) throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        boolean last = false;
        while (!last && !window.isFull(samples)) {
            Thread.sleep(INTERVAL_MILLIS);
            samples.add(new Sample(
                    System.nanoTime(),
                    Counts.EVENTS.sum(),
                    VisitReporter.visits(),
                    system.getProcessCpuTime(),
                    TimeUnit.MILLISECONDS.toNanos(compiler.getTotalCompilationTime())));
            last = over.getAsBoolean() || isQuiet(samples);
        }
        return samples;
    }

    private static boolean isQuiet(List<Sample> samples) {
        int before = samples.size() - 1 - QUIET_INTERVALS;
        long events = samples.get(samples.size() - 1).events();
        return before >= 0 && events > 0 && samples.get(before).events() == events;
    }
}
