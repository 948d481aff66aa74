package io.zhiwei.jobs.warning;

/** Names of the counters that the stages keep: part of the contract with dashboards and the command line. */
public final class Counters {

    /** Messages read. */
    public static final String EVENTS = "events";

    /** Messages that became no event. */
    public static final String UNDECODABLE = "undecodable";

    /** Events behind the watermark, those past the bound included. */
    public static final String LATE = "late";

    /** Events so late that they were refused. */
    public static final String TOO_LATE = "tooLate";

    /** Events screened. */
    public static final String SCREENED = "screened";

    /** Events on which a screener failed. */
    public static final String SCREENING_FAILED = "screeningFailed";

    /** Findings that left the screening. */
    public static final String FINDINGS = "findings";

    /** Visits paid to entities. */
    public static final String VISITS = "visits";

    /** Findings that visits made. */
    public static final String VISIT_FINDINGS = "visitFindings";

    /** Inputs assessed. */
    public static final String ASSESSED = "assessed";

    /** Alert revisions delivered. */
    public static final String ALERTS = "alerts";

    /** Decisions of people that reached their alert's stage. */
    public static final String DECISIONS = "decisions";

    private Counters() {}
}
