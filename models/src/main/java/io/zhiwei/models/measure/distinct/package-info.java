/** How many different values there are, where they are too many to be kept. */
@NullMarked
package io.zhiwei.models.measure.distinct;

import org.jspecify.annotations.NullMarked;
