/** Whether the streams of events are well: how much comes, what was refused, what has fallen silent. */
@NullMarked
package io.zhiwei.console.quality;

import org.jspecify.annotations.NullMarked;
