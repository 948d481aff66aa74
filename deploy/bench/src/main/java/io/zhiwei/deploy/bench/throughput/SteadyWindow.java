package io.zhiwei.deploy.bench.throughput;

import java.time.Duration;
import java.util.List;

/**
 * The part of a run that counts. It begins when the compiler of the JVM has settled: in the two seconds before, it worked
 * for less than a quarter of the time. How long that takes depends on the graph and on the machine, so no fixed number of
 * seconds would do.
 *
 * @param skipped events that never count, because they only fill the state
 * @param least time after the first event that never counts
 * @param most time after the first event after which the window begins, settled or not; so it does where the events are
 *     over before
 * @param length longest time that counts
 */
record SteadyWindow(long skipped, Duration least, Duration most, Duration length) {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final long LOOK_BACK = Duration.ofSeconds(2).toNanos();
    private static final double SETTLED = 0.25;

    /** Returns whether the samples reach to the end of the window. */
    boolean isFull(List<Sample> samples) {
        int begin = begin(samples);
        return begin < samples.size() && since(begin, samples.size() - 1, samples) >= length.toNanos();
    }

    /**
     * Returns what happened in the window.
     *
     * @throws IllegalStateException if the events were over too soon
     */
    Measurement measure(List<Sample> samples) {
        int first = first(samples);
        int begin = begin(samples);
        int end = lastGrowth(samples, begin);
        if (begin >= end || since(begin, end, samples) < SHORTEST.toNanos()) {
            // The share of the compiler in the result tells.
            end = lastGrowth(samples, 0, Long.MAX_VALUE);
            begin = leastBegin(first, end, samples);
        }
        if (begin >= end || since(begin, end, samples) < SHORTEST.toNanos()) {
            throw new IllegalStateException("The events were over within "
                    + least.plus(SHORTEST).toSeconds() + " s: give more with --events or --scale");
        }
        return Measurement.between(samples.get(first), samples.get(begin), samples.get(end));
    }

    private int first(List<Sample> samples) {
        int first = 0;
        while (first < samples.size() && samples.get(first).events() <= skipped) {
            first++;
        }
        return first;
    }

    /** The start of the last part of the run that is as long as the window and comes after what never counts. */
    private int leastBegin(int first, int end, List<Sample> samples) {
        int begin = first;
        while (begin < end
                && (since(first, begin, samples) < least.toNanos() || since(begin, end, samples) > length.toNanos())) {
            begin++;
        }
        return begin;
    }

    private int begin(List<Sample> samples) {
        int first = first(samples);
        int begin = first;
        while (begin < samples.size() && !begins(first, begin, samples)) {
            begin++;
        }
        return begin;
    }

    private boolean begins(int first, int at, List<Sample> samples) {
        long waited = since(first, at, samples);
        return waited >= most.toNanos() || (waited >= least.toNanos() && isSettled(at, samples));
    }

    private static boolean isSettled(int at, List<Sample> samples) {
        int before = at;
        while (before > 0 && since(before, at, samples) < LOOK_BACK) {
            before--;
        }
        double compiled = samples.get(at).compilerNanos() - samples.get(before).compilerNanos();
        return compiled < SETTLED * since(before, at, samples);
    }

    /** The last sample within the window at which something had come since the one before. */
    private int lastGrowth(List<Sample> samples, int begin) {
        return lastGrowth(samples, begin, length.toNanos());
    }

    private static int lastGrowth(List<Sample> samples, int begin, long within) {
        int last = begin;
        for (int i = begin + 1; i < samples.size() && since(begin, i, samples) <= within; i++) {
            if (samples.get(i).events() > samples.get(i - 1).events()) {
                last = i;
            }
        }
        return last;
    }

    private static long since(int from, int to, List<Sample> samples) {
        return samples.get(to).nanos() - samples.get(from).nanos();
    }
}
