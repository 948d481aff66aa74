package io.zhiwei.jobs.kafka;

/** The topics between the jobs, the console and the command line. */
public final class Topics {

    /** Alert revisions by alert id, compacted: the latest revision stays. */
    public static final String ALERTS = "alerts";

    /** What could not be used, by source position. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** Versions of models by model, version and digest, compacted. */
    public static final String MODEL_UPDATES = "model-updates";

    /** What the job says to model updates, by update id. */
    public static final String MODEL_REPLIES = "model-replies";

    /** What people decided about alerts, by alert id. */
    public static final String DISPOSITIONS = "dispositions";

    /** What became of pairs that stand out, by pair: a stream that the signal job makes and the models read. */
    public static final String SIGNALS = "signals";

    private Topics() {}
}
