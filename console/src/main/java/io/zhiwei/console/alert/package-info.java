/** Alerts as the pages see them, and where they are searched. Nothing here writes one. */
@NullMarked
package io.zhiwei.console.alert;

import org.jspecify.annotations.NullMarked;
