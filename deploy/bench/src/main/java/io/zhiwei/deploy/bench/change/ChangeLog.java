package io.zhiwei.deploy.bench.change;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** When each violating event was sent, and which version judged it. Safe for the threads of the bench. */
final class ChangeLog {

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Integer> judged = new ConcurrentHashMap<>();

    /** Notes that an event is about to be sent, at a moment in nanoseconds. */
    void sent(String eventId, long nanos) {
        sent.put(eventId, nanos);
    }

    /** Notes which version of the model an alert about an event names. */
    void judged(String eventId, int version) {
        judged.put(eventId, version);
    }

    int count(int version) {
        return (int) judged.values().stream().filter(judge -> judge == version).count();
    }

    /** Returns when the last event was sent that a version judged; the earliest moment where it judged none. */
    long lastOf(int version) {
        return moments(version).isEmpty() ? Long.MIN_VALUE : moments(version).lastKey();
    }

    /** Returns how many events one version judged although they were sent after one that the other had judged. */
    int after(int version, int other) {
        TreeMap<Long, String> others = moments(other);
        return others.isEmpty()
                ? 0
                : moments(version).tailMap(others.firstKey()).size();
    }

    /** Returns how many events have no judge yet. */
    int open() {
        return sent.size() - judged.size();
    }

    private TreeMap<Long, String> moments(int version) {
        TreeMap<Long, String> moments = new TreeMap<>();
        judged.forEach((event, judge) -> {
            Long moment = sent.get(event);
            if (judge == version && moment != null) {
                moments.put(moment, event);
            }
        });
        return moments;
    }
}
