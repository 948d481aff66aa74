package io.zhiwei.models.keyed;

import java.time.Duration;

/** Days of Asia/Shanghai, which has had no summer time since 1991. */
final class Days {

    private static final long OFFSET = Duration.ofHours(8).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private Days() {}

    /** Returns the number of the day of a time in milliseconds. */
    static long of(long time) {
        return Math.floorDiv(time + OFFSET, DAY);
    }

    /** Returns the first millisecond of a day. */
    static long start(long day) {
        return day * DAY - OFFSET;
    }
}
