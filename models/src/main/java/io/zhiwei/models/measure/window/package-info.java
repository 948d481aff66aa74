/** Distinct members of a key within an event-time window. */
@NullMarked
package io.zhiwei.models.measure.window;

import org.jspecify.annotations.NullMarked;
