package io.zhiwei.models.measure.cluster;

import java.time.Duration;

/**
 * Where cases become a cluster.
 *
 * @param shortWindow the short window
 * @param longWindow the long one
 * @param similarInShort similar cases in the short window
 * @param similarInLong similar cases in the long window
 * @param institutions institutions that report similar cases
 * @param seriousInShort serious cases in the short window
 * @param seriousInLong serious cases in the long window
 * @param deaths deaths that need no similar case beside them
 * @param unlikely probability below which a count exceeds its expectation
 * @param unlikelyShare probability below which a share is too large
 * @param leastCases cases below which no probability counts
 * @param placeWindow window of one institution
 * @param inPlace similar cases of one institution
 * @param daysApart days between the manufacture of adjacent batches
 * @param numbersApart distance between the numbers of adjacent batches
 */
public record ClusterLimits(
        Duration shortWindow,
        Duration longWindow,
        int similarInShort,
        int similarInLong,
        int institutions,
        int seriousInShort,
        int seriousInLong,
        int deaths,
        double unlikely,
        double unlikelyShare,
        int leastCases,
        Duration placeWindow,
        int inPlace,
        int daysApart,
        int numbersApart) {

    /** The defaults of the specification, section 9; engineering choices, not law. */
    public static final ClusterLimits USUAL = new ClusterLimits(
            Duration.ofDays(7), Duration.ofDays(30), 3, 5, 2, 2, 3, 2, 1e-4, 0.01, 3, Duration.ofHours(24), 3, 7, 2);
}
