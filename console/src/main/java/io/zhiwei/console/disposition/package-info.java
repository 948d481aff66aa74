/** Decisions about alerts on their way to the topic, and those that the topic holds already. */
@NullMarked
package io.zhiwei.console.disposition;

import org.jspecify.annotations.NullMarked;
