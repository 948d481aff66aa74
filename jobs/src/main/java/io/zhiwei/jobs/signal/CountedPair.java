package io.zhiwei.jobs.signal;

/**
 * What a pair says about the prior, and about how many pairs stand out by chance.
 *
 * @param epoch end of the sweep, milliseconds
 * @param observed reports with both
 * @param expected reports with both that independence expects
 * @param recent reports with both in the last ninety days
 * @param trendTail probability of the trend
 * @param severityTail probability of the shift towards serious reports; NaN where there are too few
 */
public record CountedPair(
        long epoch, double observed, double expected, int recent, double trendTail, double severityTail) {}
