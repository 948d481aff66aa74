package io.zhiwei.models.assessment;

import java.time.Instant;

/**
 * Reference to one event on a stream.
 *
 * @param eventId identifier of the event at its source
 * @param topic stream on which it arrived
 * @param time event time
 */
public record EventRef(String eventId, String topic, Instant time) implements Comparable<EventRef> {

    /** Orders by event time, then identifier, so that the order of arrival does not matter. */
    @Override
    public int compareTo(EventRef other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : eventId.compareTo(other.eventId);
    }
}
