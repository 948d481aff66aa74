/** Alerts from the topic to the pages that are open. */
@NullMarked
package io.zhiwei.console.live;

import org.jspecify.annotations.NullMarked;
