/**
 * Counts of reports that are never finished: versions replace and take back, in whatever order they come, and at any
 * epoch the counts are those of a count of everything received until then. Knows neither a stream nor a store.
 */
@NullMarked
package io.zhiwei.models.measure.disproportionality.counting;

import org.jspecify.annotations.NullMarked;
