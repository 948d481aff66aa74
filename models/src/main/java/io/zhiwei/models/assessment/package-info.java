/** From findings to a score, a level and the next revision of an alert. Knows nothing of streams. */
@NullMarked
package io.zhiwei.models.assessment;

import org.jspecify.annotations.NullMarked;
