/** Official numbers: format, meaning of the groups, check digit, dates and regime. */
@NullMarked
package io.zhiwei.models.measure.number;

import org.jspecify.annotations.NullMarked;
