/**
 * Measures that keep state at an entity: events visit it, and each is judged by what else happened there. What comes out
 * depends on what happened, not on the order of arrival. Knows nothing of streams: the caller owns state and timers.
 */
@NullMarked
package io.zhiwei.models.keyed;

import org.jspecify.annotations.NullMarked;
