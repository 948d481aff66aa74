package io.zhiwei.deploy.bench.throughput;

import java.time.Duration;
import java.util.List;

/**
 * The part of a run that counts: after its first seconds, in which code is compiled and caches fill, and before its end.
 *
 * @param drop time after the first event that does not count
 * @param length longest time that counts
 */
record SteadyWindow(Duration drop, Duration length) {

    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** Returns whether the samples reach beyond the window. */
    boolean isFull(List<Sample> samples) {
        int first = first(samples);
        return first < samples.size()
                && samples.get(samples.size() - 1).nanos() - samples.get(first).nanos()
                        >= drop.plus(length).toNanos();
    }

    /**
     * Returns what happened in the window.
     *
     * @throws IllegalStateException if the events were over too soon
     */
    Measurement measure(List<Sample> samples) {
        int first = first(samples);
        int begin = first;
        while (begin < samples.size() && since(first, begin, samples) < drop.toNanos()) {
            begin++;
        }
        int end = lastGrowth(samples, first);
        if (begin >= end || since(begin, end, samples) < SHORTEST.toNanos()) {
            throw new IllegalStateException("The events were over before "
                    + drop.plus(SHORTEST).toSeconds() + " s had passed: give more with --events");
        }
        return Measurement.between(samples.get(begin), samples.get(end));
    }

    private static int first(List<Sample> samples) {
        int first = 0;
        while (first < samples.size() && samples.get(first).events() == 0) {
            first++;
        }
        return first;
    }

    /** The last sample within the window at which something had come since the one before. */
    private int lastGrowth(List<Sample> samples, int first) {
        int last = first;
        for (int i = first + 1; i < samples.size(); i++) {
            boolean inside = since(first, i, samples) <= drop.plus(length).toNanos();
            if (inside && samples.get(i).events() > samples.get(i - 1).events()) {
                last = i;
            }
        }
        return last;
    }

    private static long since(int from, int to, List<Sample> samples) {
        return samples.get(to).nanos() - samples.get(from).nanos();
    }
}
