package io.zhiwei.jobs.kafka;

/** The topics that the jobs write. */
public final class Topics {

    /** Alert revisions by alert id, compacted: the latest revision stays. */
    public static final String ALERTS = "alerts";

    /** What could not be used, by source position. */
    public static final String DEAD_LETTERS = "dead-letters";

    private Topics() {}
}
