package io.zhiwei.jobs.signal;

/** Names of the counters that the stages keep. */
public final class Counters {

    /** Messages read. */
    public static final String REPORTS = "reports";

    /** Messages that became no report. */
    public static final String UNDECODABLE = "undecodable";

    /** Versions that came after their epoch was closed, and count from the next one on. */
    public static final String LATE = "late";

    /** Changes of what reports add. */
    public static final String CHANGES = "changes";

    /** Pairs measured. */
    public static final String SIGNALS = "signals";

    private Counters() {}
}
