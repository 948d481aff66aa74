package io.zhiwei.jobs.stream;

import java.time.Duration;
import java.time.Instant;

/** The event times that are believed. */
public final class EventTimeBounds {

    /** Earliest event time: no source of the project is older. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** How far ahead of our clock a source's clock may be. */
    public static final Duration AHEAD = Duration.ofDays(2);

    private EventTimeBounds() {}

    /** Returns whether an event time is believed, seen at a moment of processing time. */
    public static boolean contain(long eventTime, long now) {
        return eventTime >= EARLIEST.toEpochMilli() && eventTime <= now + AHEAD.toMillis();
    }
}
