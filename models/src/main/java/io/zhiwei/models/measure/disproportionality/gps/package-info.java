/**
 * The gamma-Poisson shrinker of DuMouchel (1999): counts of all pairs together say how ratios spread, and each pair's
 * ratio is drawn towards that.
 */
@NullMarked
package io.zhiwei.models.measure.disproportionality.gps;

import org.jspecify.annotations.NullMarked;
