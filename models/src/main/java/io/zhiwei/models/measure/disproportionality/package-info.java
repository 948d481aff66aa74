/**
 * Whether a product and an event stand together in reports more often than chance explains: ratios, tests and Bayesian
 * measures of a 2×2 table. A signal is a reason to look, never proof of cause. Knows neither streams nor files.
 */
@NullMarked
package io.zhiwei.models.measure.disproportionality;

import org.jspecify.annotations.NullMarked;
