/** One event against one compiled model: the stateless indicators and the visits that the event makes. */
@NullMarked
package io.zhiwei.models.screening;

import org.jspecify.annotations.NullMarked;
