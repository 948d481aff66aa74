package io.zhiwei.console.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a stream of events is.
 *
 * @param topic the stream
 * @param stored messages that the topic holds
 * @param hour messages of the last hour, by arrival
 * @param day messages of the last day, by arrival
 * @param latestArrival when the latest came; null where none has
 * @param latestEvent event time of the latest that came; null where none has or it tells none
 * @param refused messages of the last day that could not be used
 * @param late of these, those that came too late to be judged
 * @param silent whether it has brought something once, and nothing for a day
 */
public record StreamHealth(
        String topic,
        long stored,
        long hour,
        long day,
        @Nullable Instant latestArrival,
        @Nullable Instant latestEvent,
        long refused,
        long late,
        boolean silent) {}
