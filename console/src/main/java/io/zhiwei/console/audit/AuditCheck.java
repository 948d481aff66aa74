package io.zhiwei.console.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the chains of the topic are whole up to its newest entry. */
public interface AuditCheck {

    /**
     * Holds every entry that came since the last call against the one before it.
     *
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if the topic cannot be read
     */
    Verdict check();

    /**
     * What came of it. What was cut off at the end of a chain does not show here, only beside a hash that somebody has noted.
     *
     * @param entries how many were read
     * @param latest when the newest was written; null where there is none
     * @param problems what does not fit, the first of it; empty where every chain is whole
     */
    record Verdict(long entries, @Nullable Instant latest, List<String> problems) {}
}
