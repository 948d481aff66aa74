package io.zhiwei.deploy.bench.latency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When events were sent, when alerts about them were announced on their topic, and when a search first found them. An
 * alert counts from the earliest event that its first revision names. Thread-safe; times are nanoseconds of one clock.
 */
final class LatencyLog {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> sent = new HashMap<>();
    private final Map<String, Entry> waiting = new LinkedHashMap<>();
    private final List<Entry> found = new ArrayList<>();
    private long latestAnnounced = Long.MIN_VALUE;

    private record Entry(long sent, long announced, long searchable) {}

    /**
     * What happened to the alerts whose event was sent within some time.
     *
     * @param toTopic milliseconds from event to announcement
     * @param toSearch milliseconds from event to the first search that found the alert
     * @param missing alerts that were announced and not found
     */
    record Delays(List<Double> toTopic, List<Double> toSearch, int missing) {}

    /** Notes that an event is due to be sent. */
    synchronized void sent(String eventId, long nanos) {
        sent.put(eventId, nanos);
    }

    /** Notes the first revision of an alert. */
    synchronized void announced(String alertId, Collection<String> eventIds, long nanos) {
        eventIds.stream()
                .map(sent::get)
                .filter(time -> time != null)
                .min(Long::compare)
                .ifPresent(time -> {
                    waiting.put(alertId, new Entry(time, nanos, 0));
                    latestAnnounced = Math.max(latestAnnounced, time);
                });
    }

    /** Returns whether some alert about an event that was due at that time or later was announced. */
    synchronized boolean hasReached(long nanos) {
        return latestAnnounced >= nanos;
    }

    /** Returns alerts that no search has found yet, the oldest first. */
    synchronized List<String> waiting(int most) {
        return waiting.keySet().stream().limit(most).toList();
    }

    /** Notes that a search found an alert. */
    synchronized void searchable(String alertId, long nanos) {
        Entry entry = waiting.remove(alertId);
        if (entry != null) {
            found.add(new Entry(entry.sent(), entry.announced(), nanos));
        }
    }

    /** Returns what happened to alerts whose event was due from one time, inclusive, to another, exclusive. */
    synchronized Delays delays(long from, long to) {
        List<Entry> within = found.stream()
                .filter(entry -> entry.sent() >= from && entry.sent() < to)
                .toList();
        int missing = (int) waiting.values().stream()
                .filter(entry -> entry.sent() >= from && entry.sent() < to)
                .count();
        return new Delays(
                within.stream()
                        .map(entry -> (entry.announced() - entry.sent()) / NANOS_PER_MILLI)
                        .toList(),
                within.stream()
                        .map(entry -> (entry.searchable() - entry.sent()) / NANOS_PER_MILLI)
                        .toList(),
                missing);
    }
}
