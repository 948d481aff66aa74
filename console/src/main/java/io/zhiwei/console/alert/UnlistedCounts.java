package io.zhiwei.console.alert;

import io.zhiwei.console.alert.AlertIndex.Unlisted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What lists do not show, counted anew after a few seconds: it takes all alerts of a scope, a list only its first page. */
@Component
public final class UnlistedCounts {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AlertIndex index;
    private final Clock clock;
    private final Map<Scope, Counted> counted = new ConcurrentHashMap<>();

    /** Counts in an index. */
    public UnlistedCounts(AlertIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    private record Counted(Instant at, Unlisted counts) {}

    /** Returns the counts of a scope, at most ten seconds old. */
    public Unlisted of(Scope scope) {
        Instant now = clock.instant();
        return counted.compute(
                        scope,
                        (one, known) -> known != null && now.isBefore(known.at().plus(FRESH))
                                ? known
                                : new Counted(now, index.unlisted(one)))
                .counts();
    }
}
