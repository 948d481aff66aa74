package io.zhiwei.console.quality;

import java.time.Instant;
import java.util.List;

/** Messages that could not be used, as they are counted. */
@FunctionalInterface
public interface Refusals {

    /**
     * Counts what was refused since a time.
     *
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if it cannot be counted
     */
    List<Refused> since(Instant from);

    /** How many messages of a topic were refused for a reason. */
    record Refused(String topic, String reason, long messages) {}
}
