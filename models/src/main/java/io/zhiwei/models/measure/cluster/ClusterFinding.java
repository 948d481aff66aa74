package io.zhiwei.models.measure.cluster;

import java.util.List;

/**
 * A rule that cases fulfil.
 *
 * @param rule the rule
 * @param severity 4 red, 3 orange, 2 yellow
 * @param value what was counted, or the probability that was found
 * @param note what the cases have in common: a batch, a group of reactions, an institution, a grade
 * @param reports the reports, in the order of their time
 */
public record ClusterFinding(Rule rule, int severity, double value, String note, List<String> reports) {

    /** The rules for clusters, by their names in the specification. */
    public enum Rule {
        /** B1: similar reactions with one batch in several institutions. */
        SIMILAR_WITH_BATCH,
        /** B2: serious reactions with one batch. */
        SERIOUS_WITH_BATCH,
        /** B3: a death with similar cases, or several deaths, with one batch. */
        DEATH_WITH_BATCH,
        /** B4: more reports of a batch than its use explains. */
        MORE_THAN_EXPECTED,
        /** B5: a larger share of the product's reports than is usual for the batch. */
        LARGE_SHARE,
        /** B6: similar reactions to one drug in one institution within a day, whatever the batch. */
        ONE_PLACE_ONE_DAY,
        /** B7: many persons with one batch: a safety incident by the national grading. */
        INCIDENT,
        /** B8: like B1, over batches made one after the other. */
        ADJACENT_BATCHES
    }
}
