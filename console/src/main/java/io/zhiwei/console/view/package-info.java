/** Filters of lists that people keep under a name. */
@NullMarked
package io.zhiwei.console.view;

import org.jspecify.annotations.NullMarked;
