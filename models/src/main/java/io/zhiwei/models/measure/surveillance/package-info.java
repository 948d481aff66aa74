/** Daily counts of a product in a place against its own last days: surges that need no denominator. */
@NullMarked
package io.zhiwei.models.measure.surveillance;

import org.jspecify.annotations.NullMarked;
