package io.zhiwei.deploy.bench.throughput;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What one run did in its steady window.
 *
 * @param warmUpSeconds time from the first event to the window
 * @param compilerShare part of the window for which the JVM's compilers worked still
 * @param seconds length of the window
 * @param events events read in it
 * @param visits visits paid to entities in it
 * @param cpuSeconds processor time of the application in it, all threads, garbage collection included
 * @param eventsPerSecond events a second
 * @param eventsPerCoreSecond events a second of processor time
 */
public record Measurement(
        double warmUpSeconds,
        double compilerShare,
        double seconds,
        long events,
        long visits,
        double cpuSeconds,
        double eventsPerSecond,
        double eventsPerCoreSecond) {

    private static final double NANOS = 1e9;

    /** Returns visits a second. */
    @JsonIgnore
    public double visitsPerSecond() {
        return visits / seconds;
    }

    static Measurement between(Sample first, Sample begin, Sample end) {
        double seconds = (end.nanos() - begin.nanos()) / NANOS;
        double cpuSeconds = (end.cpuNanos() - begin.cpuNanos()) / NANOS;
        long events = end.events() - begin.events();
        long visits = end.visits() - begin.visits();
        return new Measurement(
                (begin.nanos() - first.nanos()) / NANOS,
                (end.compilerNanos() - begin.compilerNanos()) / NANOS / seconds,
                seconds,
                events,
                visits,
                cpuSeconds,
                events / seconds,
                events / cpuSeconds);
    }
}
