package io.zhiwei.console.quality;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of topics without reading them. */
@FunctionalInterface
public interface TopicCounts {

    /**
     * Counts the messages of topics; one that does not exist is left out.
     *
     * @param now the end of the last hour and the last day
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if they cannot be reached
     */
    Map<String, Count> of(Collection<String> topics, Instant now);

    /**
     * Messages of a topic.
     *
     * @param stored all that it holds
     * @param hour those that came within an hour
     * @param day those that came within a day
     * @param latestArrival when the latest came; null where none has
     * @param latest the latest message; null where none has come or it was not handed over in time
     */
    record Count(long stored, long hour, long day, @Nullable Instant latestArrival, byte @Nullable [] latest) {}
}
