package io.zhiwei.jobs.elasticsearch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waiting times between failed attempts, half of each by chance so that writers do not march in step. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final long first;
    private final long longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first.toMillis();
        this.longest = longest.toMillis();
        this.random = random;
    }

    /** Notes a failure and returns how many milliseconds to wait before the next attempt. */
    long afterFailure() {
        long full = Math.min(longest, first << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        long half = full / 2;
        return Math.max(first, half + random.nextLong(full - half + 1));
    }

    /** Notes a success: the next failure waits the shortest time again. */
    void afterSuccess() {
        failures = 0;
    }
}
