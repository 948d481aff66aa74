/**
 * What of a pair's measures is told, once instead of at every epoch: when it stands out first, when that grows, and when it
 * does not hold any more. Knows neither a stream nor a store.
 */
@NullMarked
package io.zhiwei.models.measure.disproportionality.standing;

import org.jspecify.annotations.NullMarked;
