package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.CountSeries;

/**
 * A marginal count as it is from the end of an epoch on, until the next one.
 *
 * @param cell key of the cell: a product, an event, or all reports
 * @param epoch end of the epoch, milliseconds
 * @param series the count
 */
public record Margin(String cell, long epoch, CountSeries series) {}
