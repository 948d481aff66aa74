package io.zhiwei.models.keyed;

import io.zhiwei.models.keyed.FigureReading.Column;
import io.zhiwei.models.measure.surveillance.Ears;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Different members by day until an event. What the event's day brings after it is left out, so that what an event says does
 * not depend on which events came first.
 */
final class DailyMembers {

    /** Days that EARS looks at: the event's, two that are left out, and a week. */
    private static final int DAYS = 10;

    private final double[] counts;
    private final boolean hasHistory;

    DailyMembers(Entries entries, Entry around, Column column, Duration within) {
        long first = Days.of(around.time()) - DAYS + 1;
        List<Set<String>> days = Stream.generate(() -> (Set<String>) new HashSet<String>())
                .limit(DAYS)
                .toList();
        for (Entry entry : entries.between(column.feed(), Days.start(first), around.time())) {
            String member = entry.texts()[column.index()];
            if (!member.isEmpty()) {
                days.get((int) (Days.of(entry.time()) - first)).add(member);
            }
        }
        this.counts = days.stream().mapToDouble(Set::size).toArray();
        long from = around.time() - within.toMillis() + 1;
        long until = Days.start(first) - 1;
        this.hasHistory =
                from <= until && !entries.between(column.feed(), from, until).isEmpty();
    }

    /** Returns C2; NaN where nothing is known of the time before its baseline: a stream that has just begun is no surge. */
    double deviations() {
        return hasHistory ? new Ears(counts).medium(counts.length - 1).orElse(Double.NaN) : Double.NaN;
    }
}
